import { calendarNames, type Calendar, type Calendars } from '@entente/calendar';
import { calendarDecider, calendarIn, shippedCalendar, type CalendarPublished } from '@entente/directory';
import {
  stateOf,
  streamName,
  type LogPosition,
  type RecordedEvent,
  type Stamped,
} from '@entente/event-sourcing';
import type { ConsumerTools } from '@entente/platform';
import type { CalendarsNamed } from '@entente/reminder';

const MAX_KEPT = 1_000;

/**
 * The calendars that due dates were counted with, from the log that holds the dates: whoever counts again, today or in a
 * rebuild years later, counts with the same. A published version never changes, so what was read once is kept.
 */
export class LoggedCalendars {
  readonly #kept = new Map<string, Calendar>();

  /** Those an agreement's history names. Throws for one that the log does not hold. */
  async of(
    space: string,
    history: readonly RecordedEvent[],
    upTo: LogPosition,
    tools: ConsumerTools,
  ): Promise<CalendarsNamed> {
    const known = new Map<string, Calendars>();
    for (const name of new Set(history.flatMap(({ event }) => nameIn(event)))) {
      const calendars: Calendar[] = [];
      for (const { id, version } of calendarNames(name))
        calendars.push(shippedCalendar(id, version) ?? (await this.#read(space, id, version, upTo, tools)));
      known.set(name, calendars);
    }
    return (name) => {
      const calendars = known.get(name);
      if (!calendars) throw new RangeError(`no due date of this agreement was counted with ${name}`);
      return calendars;
    };
  }

  async #read(
    space: string,
    id: string,
    version: number,
    upTo: LogPosition,
    tools: ConsumerTools,
  ): Promise<Calendar> {
    const key = `${space} ${id}@${version}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const published = await tools.readStream(streamName(space, 'calendar', id), upTo);
    // The stream's name says whose facts are in it.
    const facts = published.map(({ event }) => event as unknown as Stamped<CalendarPublished>);
    const found = calendarIn(stateOf(calendarDecider, facts), id, version);
    if (!found)
      throw new RangeError(`a due date was counted with ${id}@${version}, which ${space} does not have`);
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(key, found);
    return found;
  }
}

function nameIn({ type, data }: RecordedEvent['event']): string[] {
  return type === 'DeadlineSet' && typeof data['calendar'] === 'string' ? [data['calendar']] : [];
}
