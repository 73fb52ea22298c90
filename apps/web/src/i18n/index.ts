import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';

import type { Language, LocalText } from '../api/types.js';
import { wording } from '../format/local-text.js';
import type { Messages } from './en.js';
import { preferredLanguage, rememberLanguage, setCurrentLanguage } from './language.js';

const LOAD: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en.js')).en,
  zh: async () => (await import('./zh.js')).zh,
};

/** Only the language in use is loaded; the other one comes when somebody switches. */
export async function startTranslations(): Promise<void> {
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await LOAD[language]() } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  setCurrentLanguage(language);
}

export async function switchLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await LOAD[language]());
  setCurrentLanguage(language);
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}

/** Everything a component needs to speak: the words, the language and the wording of two-language texts. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'zh' ? 'zh' : 'en';
  const local = useCallback(
    (text: LocalText | null | undefined): string => wording(text, language).text,
    [language],
  );
  return { t, language, local };
}
