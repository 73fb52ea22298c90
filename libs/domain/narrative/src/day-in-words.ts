import type { Language } from '@entente/agreement';

// By hand: what Intl writes changes with the runtime, and a document's bytes must not.
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-03-02` → 2 March 2026, 2026年3月2日. */
export function dayInWords(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (language === 'zh') return `${year}年${Number(month)}月${Number(day)}日`;
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
