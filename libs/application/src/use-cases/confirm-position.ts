import { isSystem, type Actor } from '@entente/access';

import type { Facts } from '../ports/facts.js';
import { readOrganisation, type ReadOrganisation } from './organisations.js';

/**
 * Whether the actor fills the position, by the organisation's own stream: who somebody is comes from a view, which may
 * be a little behind a position just handed over. Only what another process appended a moment ago may be overlooked,
 * and nobody is turned away for it.
 */
export async function confirmPosition(
  { store, directory }: Facts,
  actor: Actor,
  positionId: string | undefined,
): Promise<boolean> {
  if (positionId === undefined) return true;
  // An automation carries the word of whoever was asked when they gave it.
  if (isSystem(actor)) return actor.onBehalfOf?.positionId === positionId;
  const held = actor.positions.find((position) => position.positionId === positionId);
  if (!held) return false;
  const { organisationId } = held;
  const look = (): Promise<ReadOrganisation | undefined> =>
    readOrganisation(store, actor.space, organisationId);
  const fills = (read: ReadOrganisation | undefined): boolean =>
    read?.organisation.positions.find((filled) => filled.positionId === positionId)?.personId ===
    actor.personId;
  const key = `${actor.space} ${organisationId}`;
  return (
    (directory !== undefined && fills(await directory.organisations.get(key, look))) || fills(await look())
  );
}
