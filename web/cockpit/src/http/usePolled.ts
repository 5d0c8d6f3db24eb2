import { useCallback, useEffect, useRef, useState } from 'react';
import { getJson, HttpError } from './http';

/** What was last read, and whether reading works right now. */
export type Polled<T> = {
  value?: T;
  readAt?: Date;
  failure?: HttpError;
  again: () => void;
};

/** Reads again and again while the page is seen; a failure keeps what was read before. */
export function usePolled<T>(path: string, everyMs: number): Polled<T> {
  const [state, setState] = useState<Omit<Polled<T>, 'again'>>({});
  const timer = useRef<number | undefined>(undefined);
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);

  useEffect(() => {
    const abort = new AbortController();
    const plan = () => {
      timer.current = window.setTimeout(read, everyMs);
    };
    const read = async () => {
      if (document.hidden) {
        plan();
        return;
      }
      try {
        const value = await getJson<T>(path, abort.signal);
        setState({ value, readAt: new Date() });
      } catch (failure) {
        if (abort.signal.aborted) {
          return;
        }
        const told = failure instanceof HttpError ? failure : new HttpError(0, String(failure));
        setState((before) => ({ ...before, failure: told }));
      }
      plan();
    };
    void read();
    return () => {
      abort.abort();
      window.clearTimeout(timer.current);
    };
  }, [path, everyMs, round]);

  return { ...state, again };
}
