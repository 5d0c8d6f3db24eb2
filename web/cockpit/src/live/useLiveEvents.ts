import { useEffect, useReducer, useState } from 'react';
import type { Language } from '../language/texts';
import { changed, type LiveChange, type LiveLine, type LiveState, NOTHING } from './lines';

export type Connection = 'connecting' | 'connected' | 'reconnecting';

/** Lines are taken together this often: a flood of events must not repaint for each. */
const GATHER_MS = 200;
/** A browser gives up for good on an answer that is no stream; we do not. */
const RETRY_MS = 3_000;

type Live = { state: LiveState; connection: Connection; change: (change: LiveChange) => void };

/**
 * Follows the live stream.
 *
 * @param lost is called when the connection breaks: the session may be over
 */
export function useLiveEvents(language: Language, lost: () => void): Live {
  const [state, change] = useReducer(changed, NOTHING);
  const [connection, setConnection] = useState<Connection>('connecting');

  useEffect(() => {
    let source: EventSource | undefined;
    let retry: number | undefined;
    let gathered: LiveLine[] = [];
    const gather = window.setInterval(() => {
      if (gathered.length > 0) {
        change({ type: 'came', lines: gathered });
        gathered = [];
      }
    }, GATHER_MS);

    const open = () => {
      source = new EventSource(`/api/admin/analytics/live?lang=${language}`);
      source.onopen = () => setConnection('connected');
      source.addEventListener('event', (message) => {
        gathered.push(JSON.parse((message as MessageEvent<string>).data) as LiveLine);
      });
      source.onerror = () => {
        setConnection('reconnecting');
        lost();
        if (source?.readyState === EventSource.CLOSED) {
          retry = window.setTimeout(open, RETRY_MS);
        }
      };
    };
    change({ type: 'clear' });
    setConnection('connecting');
    open();
    return () => {
      source?.close();
      window.clearTimeout(retry);
      window.clearInterval(gather);
    };
  }, [language, lost]);

  return { state, connection, change };
}
