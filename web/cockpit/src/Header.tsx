import { useLanguage } from './language/LanguageProvider';
import type { Language } from './language/texts';
import type { SessionState } from './session/useSession';

const LANGUAGES: { code: Language; name: string }[] = [
  { code: 'de', name: 'Deutsch' },
  { code: 'en', name: 'English' },
];

type Props = { session: SessionState; down: number | undefined; signOut: () => void };

/** The name, the platform's state in a word, the language and who is signed in. */
export function Header({ session, down, signOut }: Props) {
  const { texts, language, speak } = useLanguage();
  return (
    <header className="top">
      <a className="skip" href="#content">
        {texts.skip}
      </a>
      <img src="/kontor.svg" alt="" width="36" height="36" />
      <div className="brand">
        <h1>{texts.title}</h1>
        <p>{texts.subtitle}</p>
      </div>
      {down !== undefined && (
        <p className={down === 0 ? 'overall good' : 'overall bad'} role="status">
          {down === 0 ? texts.allReady : texts.someDown(down)}
        </p>
      )}
      <div className="choice" role="group" aria-label={texts.language}>
        {LANGUAGES.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-label={name}
            aria-pressed={language === code}
            onClick={() => speak(code)}
          >
            {code.toUpperCase()}
          </button>
        ))}
      </div>
      {session.kind === 'user' && (
        <button type="button" onClick={signOut} title={texts.signedInAs(session.name)}>
          {texts.signOut}
        </button>
      )}
    </header>
  );
}
