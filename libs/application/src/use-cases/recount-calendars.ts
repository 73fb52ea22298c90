import type { Agreement, RecountCalendars } from '@entente/agreement';
import { calendarNames, type Calendars } from '@entente/calendar';

import type { Facts } from '../ports/facts.js';

/** For the open deadlines of an agreement: the versions they were counted with, and the newest of the same calendars. */
export async function recountCalendarsFor(
  facts: Facts,
  space: string,
  state: Agreement,
): Promise<RecountCalendars> {
  const open = state.stage === null ? [] : state.deadlines.filter(({ status }) => status === 'open');
  const names = [...new Set(open.map(({ calendar }) => calendar))];
  const newest = new Map<string, Calendars>();
  for (const name of names)
    newest.set(
      name,
      await facts.newestCalendars(
        space,
        calendarNames(name).map(({ id }) => id),
      ),
    );
  const named = await facts.calendarsNamed(space, names);
  return { named, newest: (name) => newest.get(name) ?? named(name) };
}
