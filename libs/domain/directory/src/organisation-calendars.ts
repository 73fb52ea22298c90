import { refuse, type Circumstances } from '@entente/event-sourcing';

import type { OrganisationDecision } from './decision.js';
import type { OrganisationCalendarsSet } from './events.js';
import type { OrganisationContext, SetOrganisationCalendars } from './organisation-commands.js';
import type { RegisteredOrganisation } from './organisation-state.js';

/** Whose days off are the organisation's own, for what is due from now on. */
export function setCalendars(
  { calendars = {} }: RegisteredOrganisation,
  { country, closures }: SetOrganisationCalendars,
  { calendars: known = [] }: OrganisationContext & Circumstances,
): OrganisationDecision {
  if (calendars.country === country && calendars.closures === closures) return [];
  for (const [field, id] of Object.entries({ country, closures })) {
    if (id === undefined) continue;
    const named = known.find((calendar) => calendar.id === id);
    if (!named) return refuse('unknown-calendar', { field });
    if ((named.kind === 'closures') !== (field === 'closures'))
      return refuse('other-calendar-kind', { field, facts: { closures: field === 'closures' } });
  }
  return [
    { type: 'OrganisationCalendarsSet', data: { country: country ?? null, closures: closures ?? null } },
  ];
}

export function evolveCalendars(
  state: RegisteredOrganisation,
  { data: { country, closures } }: Pick<OrganisationCalendarsSet, 'data'>,
): RegisteredOrganisation {
  const { calendars: _, ...rest } = state;
  if (country === null && closures === null) return rest;
  return {
    ...rest,
    calendars: { ...(country === null ? {} : { country }), ...(closures === null ? {} : { closures }) },
  };
}
