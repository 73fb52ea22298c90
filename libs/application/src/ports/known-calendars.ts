import { calendarNames, type Calendar, type Calendars } from '@entente/calendar';
import { calendarDecider, calendarIn, shippedCalendar, type CalendarHistory } from '@entente/directory';
import { readFolded, streamName, type EventStore } from '@entente/event-sourcing';

import { Recent } from './recent.js';

/** Another process may have published a newer one; for so long due dates may still be counted with the one before. */
const MAX_AGE_MS = 1_000;
const MAX_KEPT = 1_000;

/** The calendars of a space: those shipped, and those published there, of which a version never changes. */
export class KnownCalendars {
  readonly #kept = new Map<string, Calendar>();
  readonly #histories = new Recent<CalendarHistory>(MAX_AGE_MS);

  /** The newest version; undefined when there is none of that id. */
  async newest(store: EventStore, space: string, id: string): Promise<Calendar | undefined> {
    const history = await this.#histories.get(`${space} ${id}`, () => readCalendar(store, space, id));
    return calendarIn(history, id);
  }

  /** Those a due date was counted with. Throws RangeError when the space has no such version. */
  async named(store: EventStore, space: string, name: string): Promise<Calendars> {
    const calendars = await Promise.all(
      calendarNames(name).map(({ id, version }) => this.#version(store, space, id, version)),
    );
    const [only] = calendars;
    return only && calendars.length === 1 ? only : calendars;
  }

  /** What was published through this process holds at once. */
  changed(): void {
    this.#histories.pause(0);
  }

  async #version(store: EventStore, space: string, id: string, version: number): Promise<Calendar> {
    const shipped = shippedCalendar(id, version);
    if (shipped) return shipped;
    const key = `${space} ${id}@${version}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const found = calendarIn(await readCalendar(store, space, id), id, version);
    if (!found) throw new RangeError(`there is no calendar ${id}@${version} in ${space}`);
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(key, found);
    return found;
  }
}

export async function readCalendar(store: EventStore, space: string, id: string): Promise<CalendarHistory> {
  return (await readFolded(store, streamName(space, 'calendar', id), calendarDecider)).state;
}
