import type { ReactNode } from 'react';
import { usePolled } from '../http/usePolled';
import { count, money } from '../language/format';
import { useLanguage } from '../language/LanguageProvider';
import { ChannelTable } from './ChannelTable';
import { type Figures, isEmpty, type Sales } from './sales';

const EVERY_MS = 3_000;

/** What was sold today, in total and per channel. */
export function TodaysFigures() {
  const { texts } = useLanguage();
  const sales = usePolled<Sales>('/api/admin/analytics/sales', EVERY_MS);
  return (
    <section className="card" aria-labelledby="today">
      <h2 id="today">{texts.today}</h2>
      {sales.failure && (
        <p className="notice bad" role="alert">
          {texts.figuresFailed}{' '}
          <button type="button" onClick={sales.again}>
            {texts.retry}
          </button>
        </p>
      )}
      {!sales.value && !sales.failure && <p className="quiet">{texts.loading}</p>}
      {sales.value && <Totals figures={sales.value.totals} />}
      {sales.value && isEmpty(sales.value.totals) && <p className="quiet">{texts.noSales}</p>}
      {sales.value && sales.value.days.length > 0 && <ChannelTable days={sales.value.days} />}
    </section>
  );
}

function Totals({ figures }: { figures: Figures }) {
  const { texts, language } = useLanguage();
  const outcomes = [
    `${count(figures.confirmed, language)} ${texts.confirmed}`,
    ...(figures.cancelled ? [`${count(figures.cancelled, language)} ${texts.cancelled}`] : []),
    ...(figures.rejected ? [`${count(figures.rejected, language)} ${texts.rejected}`] : []),
  ];
  return (
    <dl className="totals">
      <Total name={texts.placed} value={count(figures.placed, language)}>
        {outcomes.join(' · ')}
      </Total>
      {figures.revenue.length === 0 && <Total name={texts.revenue} value="–" />}
      {figures.revenue.map(({ gross, net }) => (
        <Total key={gross.currency} name={texts.revenue} value={money(gross, language)}>
          {texts.net(money(net, language))}
        </Total>
      ))}
      <Total name={texts.units} value={count(figures.units, language)} />
    </dl>
  );
}

function Total({ name, value, children }: { name: string; value: string; children?: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {children && <small>{children}</small>}
      </dd>
    </div>
  );
}
