import { calendarNames, type Calendar, type Calendars } from '@entente/calendar';
import { calendarDecider, calendarIn, shippedCalendar, type CalendarHistory } from '@entente/directory';
import { readFolded, streamName, type EventStore } from '@entente/event-sourcing';

import { Recent } from './recent.js';

/** Another process may have published a newer one; for so long due dates may still be counted with the one before. */
const MAX_AGE_MS = 1_000;
const MAX_KEPT = 1_000;

/** What was published of a calendar of the space asked about. */
export type ReadCalendar = (id: string) => Promise<CalendarHistory>;

/** The calendars of a space: those shipped, and those published there, of which a version never changes. */
export class KnownCalendars {
  readonly #kept = new Map<string, Calendar>();
  readonly #histories = new Recent<CalendarHistory>(MAX_AGE_MS);

  /** The newest version; undefined when there is none of that id. */
  async newest(space: string, id: string, read: ReadCalendar): Promise<Calendar | undefined> {
    return calendarIn(await this.#histories.get(`${space} ${id}`, () => read(id)), id);
  }

  /** Those that due dates were counted with, by the names the dates give them. Throws RangeError for an unknown one. */
  async named(
    space: string,
    names: readonly string[],
    read: ReadCalendar,
  ): Promise<(name: string) => Calendars> {
    const known = new Map<string, Calendars>();
    for (const name of new Set(names)) {
      const calendars: Calendar[] = [];
      for (const { id, version } of calendarNames(name))
        calendars.push(await this.#version(space, id, version, read));
      known.set(name, calendars);
    }
    return (name) => {
      const calendars = known.get(name);
      if (!calendars) throw new RangeError(`the calendar ${name} was not asked for`);
      return calendars;
    };
  }

  /** What was published through this process holds at once. */
  changed(): void {
    this.#histories.pause(0);
  }

  async #version(space: string, id: string, version: number, read: ReadCalendar): Promise<Calendar> {
    const shipped = shippedCalendar(id, version);
    if (shipped) return shipped;
    const key = `${space} ${id}@${version}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const found = calendarIn(await read(id), id, version);
    if (!found) throw new RangeError(`there is no calendar ${id}@${version} in ${space}`);
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(key, found);
    return found;
  }
}

export async function readCalendar(store: EventStore, space: string, id: string): Promise<CalendarHistory> {
  return (await readFolded(store, streamName(space, 'calendar', id), calendarDecider)).state;
}
