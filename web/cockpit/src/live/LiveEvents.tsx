import { useState } from 'react';
import { clock } from '../language/format';
import { useLanguage } from '../language/LanguageProvider';
import type { Texts } from '../language/texts';
import { family, type LiveLine, ofFamilies } from './lines';
import { KindFilter } from './KindFilter';
import { type Connection, useLiveEvents } from './useLiveEvents';

const PAINTED = 150;

/** What happens right now, in words, newest first. */
export function LiveEvents({ lost }: { lost: () => void }) {
  const { texts, language } = useLanguage();
  const { state, connection, change } = useLiveEvents(language, lost);
  const [families, setFamilies] = useState<ReadonlySet<string>>(new Set());
  const lines = ofFamilies(state.shown, families).slice(0, PAINTED);
  const waiting = state.waiting.length;

  return (
    <section className="card live" aria-labelledby="live">
      <header>
        <h2 id="live">{texts.liveOf}</h2>
        <ConnectionState connection={connection} paused={state.paused} />
        <button
          type="button"
          aria-pressed={state.paused}
          onClick={() => change({ type: state.paused ? 'resume' : 'pause' })}
        >
          {state.paused ? texts.resume : texts.pause}
        </button>
      </header>
      <KindFilter lines={state.shown} chosen={families} choose={setFamilies} />
      {state.paused && waiting > 0 && (
        <button type="button" className="more" onClick={() => change({ type: 'resume' })}>
          {texts.newer(waiting)}
        </button>
      )}
      {lines.length === 0 ? (
        <p className="quiet">{emptyText(connection, families.size > 0, texts)}</p>
      ) : (
        <>
          <ol className="events" role="log" aria-live="off" aria-label={texts.liveOf} tabIndex={0}>
            {lines.map((line) => (
              <EventRow key={line.id} line={line} />
            ))}
          </ol>
          <p className="quiet foot">{texts.shown(lines.length)}</p>
        </>
      )}
    </section>
  );
}

function EventRow({ line }: { line: LiveLine }) {
  const { language } = useLanguage();
  return (
    <li data-family={family(line.kind)}>
      <time dateTime={line.time}>{clock(new Date(line.time), language)}</time>
      <span className="text" title={`${line.topic} · ${line.stream}`}>
        {line.text}
      </span>
      <code>{line.kind}</code>
    </li>
  );
}

function ConnectionState({ connection, paused }: { connection: Connection; paused: boolean }) {
  const { texts } = useLanguage();
  const good = connection === 'connected';
  const text = good && paused ? texts.paused : texts[connection];
  return (
    <span className={`connection ${good ? 'good' : 'waiting'}`} role="status">
      {text}
    </span>
  );
}

function emptyText(connection: Connection, filtered: boolean, texts: Texts): string {
  if (filtered) {
    return texts.nothingOfKind;
  }
  return connection === 'connected' ? texts.nothingYet : texts[connection];
}
