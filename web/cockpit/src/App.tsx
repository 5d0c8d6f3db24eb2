import { Header } from './Header';
import { usePolled } from './http/usePolled';
import { useLanguage } from './language/LanguageProvider';
import { NextSteps } from './links/NextSteps';
import { LiveEvents } from './live/LiveEvents';
import { BestSellers } from './sales/BestSellers';
import { TodaysFigures } from './sales/TodaysFigures';
import { SignIn } from './session/SignIn';
import { useSession } from './session/useSession';
import type { InstanceStatus } from './status/grouped';
import { Services } from './status/Services';

const STATUS_EVERY_MS = 5_000;

/** The first page: what runs, today's figures and what happens right now. */
export function App() {
  const { texts } = useLanguage();
  const { session, check, signIn, signOut } = useSession();
  const status = usePolled<InstanceStatus[]>('/api/status', STATUS_EVERY_MS);
  const down = status.failure ? undefined : status.value?.filter((one) => !one.ready).length;

  return (
    <>
      <Header session={session} down={down} signOut={() => void signOut().catch(check)} />
      <main id="content" tabIndex={-1}>
        <div className="wide">
          {session.kind === 'unknown' && <p className="card quiet">{texts.loading}</p>}
          {session.kind === 'nobody' && <SignIn over={session.over} signIn={signIn} />}
          {session.kind === 'user' && (
            <>
              <TodaysFigures />
              <LiveEvents lost={check} />
            </>
          )}
        </div>
        <aside>
          <Services status={status} />
          {session.kind === 'user' && <BestSellers />}
          <NextSteps />
        </aside>
      </main>
    </>
  );
}
