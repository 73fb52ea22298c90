import type { Language } from '../api/types.js';

const STORED_AS = 'entente.language';

let language: Language = 'en';

export const currentLanguage = (): Language => language;

/** What the reader chose last, else the browser's first language that we have. */
export function preferredLanguage(): Language {
  const stored = remembered();
  if (stored === 'zh' || stored === 'en') return stored;
  for (const tag of navigator.languages) {
    if (tag.startsWith('zh')) return 'zh';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}

export function setCurrentLanguage(next: Language): void {
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

/** Whether the reader ever chose one here. */
export const isLanguageChosen = (): boolean => remembered() !== null;

/** Storage may be closed to us (private windows): then the choice lasts as long as the page. */
function remembered(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

export function rememberLanguage(next: Language): void {
  try {
    localStorage.setItem(STORED_AS, next);
  } catch {
    // See above.
  }
}
