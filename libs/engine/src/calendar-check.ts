import type { Facts } from '@entente/application';
import { localDateOf, yearAwaited } from '@entente/calendar';
import type { HealthCheck } from '@entente/platform';

export interface CalendarFigures {
  /** Until when days are published; later ones are provisional. */
  readonly publishedTo: string;
  /** The coming year, when its days should be published by now and are not. */
  readonly awaited: number | null;
}

const SPACE = 'main';

/** Of the coordinating department's calendar, where people work. */
export async function calendarFigures(facts: Facts): Promise<CalendarFigures> {
  const [calendar] = await facts.newestCalendars(SPACE, [facts.calendarId]);
  if (!calendar) throw new RangeError(`there is no calendar ${facts.calendarId}`);
  const awaited = yearAwaited(calendar, localDateOf(facts.now(SPACE), facts.zone)) ?? null;
  return { publishedTo: calendar.publishedTo, awaited };
}

/** A hint for the operator: a year not published yet is nobody's failure, and due dates in it say that they are provisional. */
export function calendarCheck(facts: Facts): HealthCheck {
  return { name: 'calendar', required: false, check: () => calendarFigures(facts) };
}
