import { coverageOf, yearAwaited, type Calendar, type CoveredYear } from '@entente/calendar';
import { shippedCalendars, type CalendarPublished, type LocalText } from '@entente/directory';
import { Query } from '@nestjs/cqrs';

import type { Freshness } from './page.js';
import type { Asked } from './queries.js';

/** A version of a calendar, without its days. */
export interface CalendarLine extends Pick<
  Calendar,
  'id' | 'version' | 'publishedFrom' | 'publishedTo' | 'kind'
> {
  readonly name: LocalText;
  readonly source: string;
  /** How many days are not what their weekday says. */
  readonly days: number;
  /** Which years' days are published, up to the coming one at least. */
  readonly years: readonly CoveredYear[];
  /** The coming year, when its days should be published by now and are not. */
  readonly awaited: number | null;
}

export interface CalendarList {
  readonly items: readonly CalendarLine[];
  readonly freshness: Freshness;
}

/** The newest version of each: those shipped, and those published in the viewer's space, by id. */
export class ListCalendars extends Query<CalendarList> {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** Agreements by their ids. */
export interface CountedWithOlder {
  readonly items: readonly string[];
  /** The id to go on after; null: these were the last ones. */
  readonly next: string | null;
  /** Of all pages. */
  readonly total: number;
  readonly freshness: Freshness;
}

/** Those with an open deadline that was counted with another version of the calendar than this, its newest. */
export class ListCountedWithOlder extends Query<CountedWithOlder> {
  constructor(
    readonly asked: Asked,
    readonly calendar: string,
    readonly version: number,
    readonly page: { readonly after?: string; readonly limit: number },
  ) {
    super();
  }
}

/** Those published, and those shipped that nobody published a newer version of. */
export function calendarLines(
  published: readonly CalendarPublished['data'][],
  today: string,
): readonly CalendarLine[] {
  const newer = new Set(published.map(({ calendar }) => calendar.id));
  return [...shippedCalendars.filter(({ calendar }) => !newer.has(calendar.id)), ...published]
    .map((one) => calendarLine(one, today))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function calendarLine({ name, source, calendar }: CalendarPublished['data'], today: string): CalendarLine {
  const { id, version, publishedFrom, publishedTo, kind, days } = calendar;
  const line = {
    id,
    version,
    name,
    source,
    publishedFrom,
    publishedTo,
    days: days.length,
    years: coverageOf(calendar, today),
    awaited: yearAwaited(calendar, today) ?? null,
  };
  return kind === undefined ? line : { ...line, kind };
}
