import { type FormEvent, useState } from 'react';
import { HttpError } from '../http/http';
import { useLanguage } from '../language/LanguageProvider';
import type { Texts } from '../language/texts';

type Props = { over: boolean; signIn: (user: string, password: string) => Promise<void> };

/** The form that a manager signs in with. */
export function SignIn({ over, signIn }: Props) {
  const { texts } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<HttpError>();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(undefined);
    try {
      await signIn(String(fields.get('user')), String(fields.get('password')));
    } catch (problem) {
      setFailure(problem instanceof HttpError ? problem : new HttpError(0, String(problem)));
      setBusy(false);
    }
  };

  return (
    <section className="card sign-in" aria-labelledby="sign-in">
      <h2 id="sign-in">{texts.signIn}</h2>
      <p className="quiet">{over ? texts.sessionOver : texts.signInHint}</p>
      <form onSubmit={submit}>
        <label>
          {texts.user}
          <input name="user" defaultValue="manager" autoComplete="username" required />
        </label>
        <label>
          {texts.password}
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <button type="submit" className="primary" disabled={busy}>
          {busy ? texts.signingIn : texts.signIn}
        </button>
        {failure && (
          <p className="notice bad" role="alert">
            {told(failure, texts)}
          </p>
        )}
      </form>
    </section>
  );
}

function told(failure: HttpError, texts: Texts): string {
  if (failure.status === 401) {
    return texts.wrongPassword;
  }
  return failure.status === 429 ? texts.tooMany : texts.failed;
}
