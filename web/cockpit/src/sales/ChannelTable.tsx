import { channelName, count, money } from '../language/format';
import { useLanguage } from '../language/LanguageProvider';
import type { Sales } from './sales';

/** Today's figures of each channel. */
export function ChannelTable({ days }: { days: Sales['days'] }) {
  const { texts, language } = useLanguage();
  const channels = days.map(({ channel }) => channel);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{texts.channel}</th>
          <th scope="col">{texts.ordersShort}</th>
          <th scope="col">{texts.unitsShort}</th>
          <th scope="col">{texts.revenue}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, channel, figures }) => (
          <tr key={`${day} ${channel}`}>
            <th scope="row">{channelName(channel, channels, texts.shop)}</th>
            <td>{count(figures.placed, language)}</td>
            <td>{count(figures.units, language)}</td>
            <td>{figures.revenue.map(({ gross }) => money(gross, language)).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
