import { haveCommonWeekday, type Calendars } from '@entente/calendar';
import { refuse, type Refused } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import { readOrganisation } from './organisations.js';

/**
 * The calendars that apply together for these parties: each its country's, or else the coordinating department's, and
 * its own closures. By their ids, so that the same parties in another order count alike.
 */
export async function calendarsOfParties(
  facts: Facts,
  space: string,
  partyIds: readonly string[],
): Promise<Calendars | Refused<'no-common-working-day'>> {
  const named = await Promise.all([...new Set(partyIds)].map((id) => calendarsNamedBy(facts, space, id)));
  const ids = new Set(named.flat());
  if (ids.size === 0) return facts.calendarsNow(space);
  const calendars = await facts.newestCalendars(space, [...ids].sort());
  return haveCommonWeekday(calendars)
    ? calendars
    : refuse('no-common-working-day', { facts: { calendars: calendars.map(({ id }) => id) } });
}

async function calendarsNamedBy(facts: Facts, space: string, organisationId: string): Promise<string[]> {
  const organisation = (await readOrganisation(facts.store, space, organisationId))?.organisation;
  if (organisation?.status !== 'registered') return [];
  const { country = facts.calendarId, closures } = organisation.calendars ?? {};
  return closures === undefined ? [country] : [country, closures];
}
