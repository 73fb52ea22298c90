import type { Language, LocalText } from '../api/types.js';

const OTHER = { zh: 'en', en: 'zh' } as const;

/** The wording in the wanted language, or else in the other one; `language` says which it became. */
export function wording(
  text: LocalText | null | undefined,
  wanted: Language,
): { readonly text: string; readonly language: Language } {
  const own = text?.[wanted];
  if (own !== undefined && own !== '') return { text: own, language: wanted };
  const other = OTHER[wanted];
  return { text: text?.[other] ?? '', language: other };
}

export const htmlLang = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');

/** `undefined` for a text nobody filled in, so that it is not sent at all. */
export function localText(zh: string | undefined, en: string | undefined): LocalText | undefined {
  const text: LocalText = {};
  if (zh?.trim()) text.zh = zh.trim();
  if (en?.trim()) text.en = en.trim();
  return text.zh === undefined && text.en === undefined ? undefined : text;
}

/** What was typed, without the blanks around it; `undefined` where that is nothing. */
export function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

export const shortHash = (hash: string): string => hash.slice(0, 8);
