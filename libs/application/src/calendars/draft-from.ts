import type { Calendar } from '@entente/calendar';
import {
  calendarIn,
  daysInTable,
  draftCalendar,
  shippedCalendars,
  type CalendarDraft,
  type FileFault,
  type FileRow,
  type FoundDays,
  type KnownCalendar,
  type LocalText,
} from '@entente/directory';
import { refuse, type Refused } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import type { HolidaysAsked, HolidaySource, HolidaysRefusal } from '../ports/holiday-source.js';
import { readCalendar } from '../ports/known-calendars.js';

/** Where the days of the next version come from. */
export type DaysFrom =
  | ({ readonly from: 'country' } & Omit<HolidaysAsked, 'thisYear'>)
  | { readonly from: 'table'; readonly rows: readonly FileRow[]; readonly closures?: boolean }
  | { readonly from: 'calendar'; readonly json: unknown };

export interface DraftedCalendar {
  /** Absent: the file could not be read. */
  readonly draft?: CalendarDraft;
  /** Where the file could not be read. */
  readonly fileFaults: readonly FileFault[];
  /** Years asked for that nobody knows yet. */
  readonly leftOut: readonly number[];
}

/** What people call it, and where it comes from. */
export interface DraftGiven {
  readonly name?: LocalText;
  readonly source?: string;
}

interface Found {
  readonly days: FoundDays;
  readonly leftOut: readonly number[];
}

const OF_A_FILE = 'a file';

/** The next version of the calendar as it would be published; nothing is. */
export async function draftFrom(
  facts: Facts,
  holidays: HolidaySource,
  about: { readonly space: string; readonly id: string },
  asked: DaysFrom,
  given: DraftGiven = {},
): Promise<DraftedCalendar | Refused<HolidaysRefusal | 'no-calendar-file'>> {
  const found = await foundIn(facts, holidays, about.space, asked);
  if ('refused' in found) return found;
  if (Array.isArray(found)) return { fileFaults: found as readonly FileFault[], leftOut: [] };
  const { days, leftOut } = found as Found;
  const draft = draftCalendar(about.id, await newestOf(facts, about), { ...days, ...given });
  return { draft, fileFaults: [], leftOut };
}

async function foundIn(
  facts: Facts,
  holidays: HolidaySource,
  space: string,
  asked: DaysFrom,
): Promise<Found | readonly FileFault[] | Refused<HolidaysRefusal | 'no-calendar-file'>> {
  switch (asked.from) {
    case 'country': {
      const thisYear = Number(facts.now(space).slice(0, 4));
      const answer = await holidays.daysOf({ ...asked, thisYear });
      return 'refused' in answer ? answer : { days: answer, leftOut: answer.leftOut };
    }
    case 'table': {
      const days = daysInTable(asked.rows, { source: OF_A_FILE, closures: asked.closures === true });
      return 'calendar' in days ? { days, leftOut: [] } : days;
    }
    case 'calendar': {
      const days = wholeCalendarIn(asked.json);
      return days ? { days, leftOut: [] } : refuse('no-calendar-file');
    }
    default: {
      const never: never = asked;
      return never;
    }
  }
}

async function newestOf(
  { store }: Facts,
  { space, id }: { readonly space: string; readonly id: string },
): Promise<KnownCalendar | undefined> {
  const history = await readCalendar(store, space, id);
  const calendar = calendarIn(history, id);
  const published = history.versions.at(-1) ?? shippedCalendars.find((shipped) => shipped.calendar.id === id);
  return calendar && published ? { calendar, name: published.name } : undefined;
}

const MEMBERS: readonly string[] = [
  'id',
  'version',
  'publishedFrom',
  'publishedTo',
  'days',
  'weekend',
  'kind',
] satisfies (keyof Calendar)[];

/** What its days say is for the calendar's own rules to judge; here only what shape it has. */
function wholeCalendarIn(json: unknown): FoundDays | undefined {
  if (!isObject(json)) return undefined;
  const { publishedFrom, publishedTo, days, weekend, kind } = json;
  const isShape =
    Object.keys(json).every((member) => MEMBERS.includes(member)) &&
    typeof publishedFrom === 'string' &&
    typeof publishedTo === 'string' &&
    Array.isArray(days) &&
    days.every(isDay) &&
    (weekend === undefined || (Array.isArray(weekend) && weekend.every(Number.isInteger))) &&
    (kind === undefined || kind === 'closures');
  if (!isShape) return undefined;
  const calendar = {
    publishedFrom,
    publishedTo,
    days,
    ...(weekend === undefined ? {} : { weekend }),
    ...(kind === undefined ? {} : { kind }),
  } as FoundDays['calendar'];
  return { source: OF_A_FILE, calendar };
}

function isDay(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { date, kind, name } = value;
  const known = Object.keys(value).every((member) => ['date', 'kind', 'name'].includes(member));
  const kinds: unknown[] = ['holiday', 'make-up-working-day'];
  return known && typeof date === 'string' && kinds.includes(kind) && isName(name);
}

function isName(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 2) return false;
  return [value['zh'], value['en']].every(
    (text) => typeof text === 'string' && text.trim() !== '' && text.length <= 100 && text.isWellFormed(),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
