import type { Language } from './texts';

const KEY = 'kontor-language';

/** The language chosen before, else the browser's if we speak it, else English. */
export function firstLanguage(): Language {
  const remembered = read();
  if (remembered === 'de' || remembered === 'en') {
    return remembered;
  }
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
