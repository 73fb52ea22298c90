import type { Language } from '../api/types.js';
import type { Messages } from './en.js';

/** Only the language in use is loaded; the other one comes when somebody switches. */
export const loadWords: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import('./en.js')).en,
  zh: async () => (await import('./zh.js')).zh,
};
