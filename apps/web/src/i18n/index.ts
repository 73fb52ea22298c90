import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';

import type { Language, LocalText } from '../api/types.js';
import { wording } from '../format/local-text.js';
import type { Messages } from './en.js';
import { rememberLanguage, setCurrentLanguage } from './language.js';
import { loadWords } from './load-words.js';

export async function startTranslations(language: Language, words: Messages): Promise<void> {
  setCurrentLanguage(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: words } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

export async function switchLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await loadWords[language]());
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
