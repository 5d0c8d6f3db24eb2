import { useCallback, useEffect, useState } from 'react';
import { getJson, HttpError, send } from '../http/http';

type Session = { user: string };

/** Whether somebody is signed in: not known yet, nobody, or who. */
export type SessionState =
  | { kind: 'unknown' }
  | { kind: 'nobody'; over: boolean }
  | { kind: 'user'; name: string };

/** Signs in and out, and notices when the session is over. */
export function useSession() {
  const [session, setSession] = useState<SessionState>({ kind: 'unknown' });

  /** Asks the gateway; without an answer nothing changes. */
  const check = useCallback(async () => {
    try {
      const { user } = await getJson<Session>('/api/session');
      setSession({ kind: 'user', name: nameOf(user) });
    } catch (failure) {
      if (failure instanceof HttpError && failure.status === 401) {
        setSession((before) => ({ kind: 'nobody', over: before.kind === 'user' }));
      } else {
        setSession((before) => (before.kind === 'unknown' ? { kind: 'nobody', over: false } : before));
      }
    }
  }, []);

  useEffect(() => void check(), [check]);

  const signIn = useCallback(async (user: string, password: string) => {
    await send('POST', '/api/session', { body: { user, password } });
    setSession({ kind: 'user', name: user });
  }, []);

  const signOut = useCallback(async () => {
    await send('DELETE', '/api/session');
    setSession({ kind: 'nobody', over: false });
  }, []);

  return { session, check, signIn, signOut };
}

/** `user:manager` → `manager` */
function nameOf(subject: string): string {
  return subject.replace(/^user:/, '');
}
