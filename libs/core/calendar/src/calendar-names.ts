import type { Calendar, Calendars } from './calendar.js';

/** `cn@1`, or `cn@1+de@3` for several that apply together: what a due date says it was counted with. */
export function nameOfCalendars(calendars: Calendars): string {
  const several: readonly Calendar[] = Array.isArray(calendars) ? calendars : [calendars];
  return several.map(({ id, version }) => `${id}@${version}`).join('+');
}

export interface CalendarName {
  readonly id: string;
  readonly version: number;
}

const NAME = /^([a-z][a-z0-9-]{0,63})@([1-9]\d{0,5})$/u;

/** The calendars of such a name. Throws RangeError when it is none. */
export function calendarNames(name: string): readonly CalendarName[] {
  return name.split('+').map((part) => {
    const [, id, version] = NAME.exec(part) ?? [];
    if (id === undefined) throw new RangeError(`"${part}" names no calendar`);
    return { id, version: Number(version) };
  });
}
