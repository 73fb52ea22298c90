import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';

import type { Language, LocalText } from '../api/types.js';
import { wording } from '../format/local-text.js';
import type { Messages } from './en.js';
import { isLanguageChosen, rememberLanguage, setCurrentLanguage } from './language.js';
import { loadWords } from './load-words.js';

/** Everything a component needs to speak: the words, the language and the wording of two-language texts. */
interface Speech {
  readonly t: TFunction;
  readonly language: Language;
  readonly local: (text: LocalText | null | undefined) => string;
}

let speech: Speech | undefined;
const listeners = new Set<() => void>();

export async function startTranslations(language: Language, words: Messages): Promise<void> {
  await i18next.init({
    lng: language,
    resources: { [language]: { translation: words } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  speak(language);
}

export async function switchLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await change(language);
}

/** In the language of whoever the page is for, while the reader has chosen none. */
export async function speakFor(language: Language): Promise<void> {
  if (!isLanguageChosen()) await change(language);
}

async function change(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await loadWords[language]());
  await i18next.changeLanguage(language);
  speak(language);
}

function speak(language: Language): void {
  setCurrentLanguage(language);
  speech = { t: i18next.getFixedT(language), language, local: (text) => wording(text, language).text };
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Made once for each language, not in every component: a board has some hundred of them. */
export function useWords(): Speech {
  const spoken = useSyncExternalStore(subscribe, () => speech);
  if (!spoken) throw new Error('no language yet');
  return spoken;
}
