export type Language = 'zh' | 'en';

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;

/** A date with its weekday, e.g. `Monday, 16 March 2026`, `2026年3月16日星期一`. */
export function dateInWords(localDate: string, language: Language): string {
  return Temporal.PlainDate.from(localDate).toLocaleString(LOCALES[language], { dateStyle: 'full' });
}

export function daysLeftInWords(days: number, language: Language): string {
  const count = Math.abs(days);
  if (language === 'zh') {
    if (days === 0) return '今天到期';
    return days > 0 ? `还有 ${count} 天` : `已逾期 ${count} 天`;
  }
  if (days === 0) return 'due today';
  const unit = count === 1 ? 'day' : 'days';
  return days > 0 ? `${count} ${unit} left` : `${count} ${unit} overdue`;
}

/** In the asked language, else in the other one. */
export function inLanguage(text: { readonly zh?: string; readonly en?: string }, language: Language): string {
  const [first, second] = language === 'zh' ? [text.zh, text.en] : [text.en, text.zh];
  return first ?? second ?? '';
}

/** People's words come into headers and lines: a line break in a title must not begin a line of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** A name as it stands inside a sentence. */
export function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
