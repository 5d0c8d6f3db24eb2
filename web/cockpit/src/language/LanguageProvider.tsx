import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { firstLanguage, rememberLanguage } from './choice';
import { type Language, TEXTS, type Texts } from './texts';

type Spoken = { language: Language; texts: Texts; speak: (language: Language) => void };

const Context = createContext<Spoken>({ language: 'en', texts: TEXTS.en, speak: () => {} });

/** The chosen language for everything inside. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    rememberLanguage(language);
  }, [language]);
  const spoken = { language, texts: TEXTS[language], speak: setLanguage };
  return <Context.Provider value={spoken}>{children}</Context.Provider>;
}

export function useLanguage(): Spoken {
  return useContext(Context);
}
