import { checkCalendar, chinaCalendar, type Calendar, type CalendarFault } from '@entente/calendar';
import { canonicalText } from '@entente/canonical';
import {
  refuse,
  type Circumstances,
  type Decider,
  type Decision,
  type Refused,
} from '@entente/event-sourcing';

import { lineFault, nameFault } from './checks.js';
import type { CalendarPublished, LocalText } from './events.js';
import type { DirectoryRefusalCode } from './refusals.js';

export interface PublishCalendar {
  readonly type: 'PublishCalendar';
  readonly name: LocalText;
  readonly source: string;
  readonly calendar: Calendar;
}

export interface CalendarContext {
  /** Of the stream, which is the calendar's. */
  readonly calendarId: string;
}

/** Every published version, the oldest first; none ever changes. */
export interface CalendarHistory {
  readonly versions: readonly Published[];
}

type Published = CalendarPublished['data'];

/** What is known before anybody published a list. */
export const shippedCalendars: readonly Published[] = [
  {
    name: { zh: '中国大陆', en: 'Mainland China' },
    source: 'chinese-days 1.5.7（国务院办公厅节假日安排通知, notices of the State Council）',
    calendar: chinaCalendar,
  },
];

/** Of that version, or whichever is shipped. */
export function shippedCalendar(id: string, version?: number): Calendar | undefined {
  return shippedCalendars.find(
    ({ calendar }) => calendar.id === id && (version === undefined || calendar.version === version),
  )?.calendar;
}

export const calendarDecider: Decider<
  CalendarHistory,
  PublishCalendar,
  CalendarPublished,
  CalendarContext,
  DirectoryRefusalCode
> = {
  initial: { versions: [] },
  schemaVersions: { CalendarPublished: 1 },
  decide: publish,
  evolve: ({ versions }, { data }) => ({ versions: [...versions, data] }),
};

/** A version of it, or else the newest one. */
export function calendarIn(
  { versions }: CalendarHistory,
  id: string,
  version?: number,
): Calendar | undefined {
  const known = [shippedCalendar(id), ...versions.map(({ calendar }) => calendar)].filter(
    (calendar) => calendar !== undefined,
  );
  return version === undefined ? known.at(-1) : known.find((calendar) => calendar.version === version);
}

function publish(
  history: CalendarHistory,
  { name, source, calendar }: PublishCalendar,
  { calendarId }: CalendarContext & Circumstances,
): Decision<CalendarPublished, DirectoryRefusalCode> {
  const fault = nameFault('name', name) ?? lineFault('source', source) ?? faulty(checkCalendar(calendar));
  if (fault) return fault;
  if (calendar.id !== calendarId)
    return refuse('invalid-id', { field: 'calendar.id', facts: { calendarId } });
  const newest = calendarIn(history, calendarId);
  const next = (newest?.version ?? 0) + 1;
  const same = calendarIn(history, calendarId, calendar.version);
  if (same) {
    return canonicalText({ ...same }) === canonicalText({ ...calendar })
      ? []
      : refuse('version-published', { field: 'calendar.version', facts: { next } });
  }
  if (calendar.version !== next) {
    return refuse('version-skipped', { field: 'calendar.version', facts: { next } });
  }
  return [{ type: 'CalendarPublished', data: { name, source, calendar } }];
}

function faulty(faults: readonly CalendarFault[]): Refused<'calendar-faulty'> | undefined {
  return faults.length > 0 ? refuse('calendar-faulty', { field: 'calendar', facts: { faults } }) : undefined;
}
