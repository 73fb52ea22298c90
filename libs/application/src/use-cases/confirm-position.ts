import type { Actor } from '@entente/access';
import type { EventStore } from '@entente/event-sourcing';

import { readOrganisation } from './organisations.js';

/**
 * Whether the actor fills the position at this very moment, by the organisation's own stream:
 * who somebody is comes from a view, which may be a little behind a position just handed over.
 */
export async function confirmPosition(
  store: EventStore,
  actor: Actor,
  positionId: string | undefined,
): Promise<boolean> {
  if (positionId === undefined) return true;
  if (!('personId' in actor)) return false;
  const held = actor.positions.find((position) => position.positionId === positionId);
  if (!held) return false;
  const read = await readOrganisation(store, actor.space, held.organisationId);
  const position = read?.organisation.positions.find((filled) => filled.positionId === positionId);
  return position?.personId === actor.personId;
}
