import {
  HolidaySource,
  type HolidaysAsked,
  type HolidaysFound,
  type HolidaysRefusal,
} from '@entente/application';
import type { CalendarDay } from '@entente/calendar';
import { refuse, type Refused } from '@entente/event-sourcing';
import type { default as Library, HolidaysTypes } from 'date-holidays';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

type Holiday = HolidaysTypes.Holiday;

/** Of what it was asked at once. */
const MAX_YEARS = 30;
const DAY_MS = 86_400_000;
/** Months that begin with the sight of the moon: their days are told when they come. */
const BY_SIGHT =
  /\b(Muharram|Safar|Rabi|Jumada|Rajab|Sha['’]?ban|Ramadan|Shawwal|Dhu al-Qi['’]?dah|Dhu al-Hijjah)\b/u;
/** A day that is in the data for that one year. */
const LISTED = /^\d{4}-\d{2}-\d{2}\b/u;
/** Its working days are made up year by year, which no library foretells. */
const LISTED_ELSEWHERE = 'CN';

/** The library comes along with the first question: it is large, and few ask. */
export class DateHolidays extends HolidaySource {
  override async daysOf(asked: HolidaysAsked): Promise<HolidaysFound | Refused<HolidaysRefusal>> {
    const country = asked.country.toUpperCase();
    const { region, first, last } = asked;
    if (country === LISTED_ELSEWHERE) return refuse('country-has-own-list', { field: 'country' });
    if (last < first || last - first >= MAX_YEARS)
      return refuse('years-reversed', { field: 'last', facts: { most: MAX_YEARS } });
    const { default: Holidays } = await import('date-holidays');
    const all = new Holidays();
    const countries = all.getCountries('en');
    if (!Object.hasOwn(countries, country))
      return refuse('unknown-country', { field: 'country', facts: { known: Object.keys(countries) } });
    // Undefined for a country that is not divided, whatever its type says.
    const regions = { ...all.getStates(country, 'en') };
    if (region !== undefined && !Object.hasOwn(regions, region.toUpperCase()))
      return refuse('unknown-region', { field: 'region', facts: { known: Object.keys(regions) } });
    const part = region?.toUpperCase();
    const library = part === undefined ? new Holidays(country) : new Holidays(country, part);
    return this.#found(library, asked, await nameOf(country, part));
  }

  #found(
    library: Library,
    { first, last, thisYear, country }: HolidaysAsked,
    name: { readonly zh: string; readonly en: string; readonly source: string },
  ): HolidaysFound | Refused<HolidaysRefusal> {
    const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const unknown = years.filter((year) => year > thisYear && !isKnown(library, year, thisYear));
    const known = years.filter((year) => year < (unknown[0] ?? last + 1));
    const end = known.at(-1);
    if (end === undefined) return refuse('years-not-known', { field: 'first', facts: { years: unknown } });
    const weekend = weekendOf(country);
    const { zh, en, source } = name;
    return {
      name: { zh, en },
      source,
      years: { first, last: end },
      calendar: {
        publishedFrom: `${String(first)}-01-01`,
        publishedTo: `${String(end)}-12-31`,
        days: known.flatMap((year) => daysIn(library, year)),
        ...(weekend ? { weekend } : {}),
      },
      leftOut: years.filter((year) => year > end),
    };
  }
}

function publicHolidays(library: Library, year: number, language: string): readonly Holiday[] {
  return library.getHolidays(year, language).filter(({ type }) => type === 'public');
}

/** Nothing in it waits for the moon, and nothing is missing that is listed for a year at a time. */
function isKnown(library: Library, year: number, thisYear: number): boolean {
  const days = publicHolidays(library, year, 'en');
  const listedIn = (list: readonly Holiday[]): number => list.filter(({ rule }) => LISTED.test(rule)).length;
  return (
    !days.some(({ rule }) => BY_SIGHT.test(rule)) &&
    listedIn(days) >= listedIn(publicHolidays(library, thisYear, 'en'))
  );
}

/** Whole days only, each once, though two holidays fall on it. */
function daysIn(library: Library, year: number): readonly CalendarDay[] {
  const zh = new Map(publicHolidays(library, year, 'zh').map((holiday) => [keyOf(holiday), holiday.name]));
  const days = new Map<string, CalendarDay>();
  for (const holiday of publicHolidays(library, year, 'en')) {
    const length = Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS);
    const first = Temporal.PlainDate.from(holiday.date.slice(0, 10));
    for (let index = 0; index < length; index += 1) {
      const date = first.add({ days: index });
      const name = { zh: zh.get(keyOf(holiday)) ?? holiday.name, en: holiday.name };
      if (date.year === year && !days.has(date.toString()))
        days.set(date.toString(), { date: date.toString(), kind: 'holiday', name });
    }
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function keyOf({ date, rule }: Holiday): string {
  return `${date} ${rule}`;
}

/** Absent: Saturday and Sunday, as in most countries. */
function weekendOf(country: string): readonly number[] | undefined {
  const weekend = new Intl.Locale(`und-${country}`).getWeekInfo().weekend;
  return weekend.join() === '6,7' ? undefined : weekend;
}

async function nameOf(
  country: string,
  region: string | undefined,
): Promise<{ readonly zh: string; readonly en: string; readonly source: string }> {
  const part = region === undefined ? '' : ` (${region})`;
  const inLanguage = (language: string): string =>
    `${new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country}${part}`;
  const file = fileURLToPath(import.meta.resolve('date-holidays/package.json'));
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { readonly version: string };
  return {
    zh: inLanguage('zh-CN'),
    en: inLanguage('en'),
    source: `date-holidays ${version}, public holidays of ${country}${part}`,
  };
}
