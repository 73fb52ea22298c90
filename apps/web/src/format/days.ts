import type { Language } from '../api/types.js';

/** Local days of the organisations this was built for; an agreement's own deadlines carry theirs. */
export const HOME_ZONE = 'Asia/Shanghai';

const LOCALES = { en: 'en-GB', zh: 'zh-CN' } as const;
const DAY_MS = 86_400_000;
const RELATIVE = {
  en: new Intl.RelativeTimeFormat(LOCALES.en, { numeric: 'auto' }),
  zh: new Intl.RelativeTimeFormat(LOCALES.zh, { numeric: 'auto' }),
};

/** Making one costs more than using it a hundred times, and a list needs the same few in every row. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** The local day of an instant, YYYY-MM-DD. */
export function localDay(instant: string | number, zone: string): string {
  return format('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant));
}

/** Whole days from one local day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export function dayText(day: string, language: Language): string {
  return format(LOCALES[language], {
    timeZone: 'UTC',
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`));
}

export function instantText(instant: string | number, language: Language, zone: string): string {
  return format(LOCALES[language], {
    timeZone: zone,
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(instant));
}

export function timeText(instant: string, language: Language, zone: string): string {
  return format(LOCALES[language], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(instant));
}

/** "3 days ago", "today", "in 2 weeks": local days are what people count, not hours across midnight. */
export function relativeDay(day: string, today: string, language: Language): string {
  const days = daysBetween(today, day);
  const words = RELATIVE[language];
  if (Math.abs(days) < 60) return words.format(days, 'day');
  if (Math.abs(days) < 700) return words.format(Math.round(days / 30.44), 'month');
  return words.format(Math.round(days / 365.25), 'year');
}

/** Minutes and hours only within the same local day. */
export function relativeInstant(instant: string, now: number, language: Language, zone: string): string {
  const day = localDay(instant, zone);
  const today = localDay(now, zone);
  if (day !== today) return relativeDay(day, today, language);
  const words = RELATIVE[language];
  const minutes = Math.round((Date.parse(instant) - now) / 60_000);
  if (Math.abs(minutes) < 1) return words.format(0, 'second');
  return Math.abs(minutes) < 60
    ? words.format(minutes, 'minute')
    : words.format(Math.round(minutes / 60), 'hour');
}

/** How a due day stands to today: late by so many days, due today, or so many days left. */
export function dueIn(
  day: string,
  today: string,
): { readonly state: 'late' | 'today' | 'ahead'; readonly days: number } {
  const days = daysBetween(today, day);
  if (days === 0) return { state: 'today', days: 0 };
  return days < 0 ? { state: 'late', days: -days } : { state: 'ahead', days };
}

export const wholeNumber = (value: number | string, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language]).format(BigInt(value));

/** `Asia/Shanghai` → China Standard Time. */
export function zoneText(zone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    timeZoneName: zone === 'UTC' ? 'long' : 'longGeneric',
  }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** The count in a rule like `P10D working`. */
export function workingDaysOf(rule: string): number | undefined {
  const days = /^P(\d+)D working$/.exec(rule)?.[1];
  return days === undefined ? undefined : Number(days);
}
