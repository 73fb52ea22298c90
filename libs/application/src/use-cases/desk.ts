import { mayKeepDesk, type Actor } from '@entente/access';
import { isUuid } from '@entente/canonical';
import { localDateOf } from '@entente/calendar';
import {
  deskDecider,
  deskHolderOn,
  personDecider,
  type Desk,
  type DeskCommand,
  type DeskContext,
  type DeskFact,
} from '@entente/directory';
import { readFolded, refuse, streamName, type UseCase } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import { confirmPosition } from './confirm-position.js';
import type { DirectoryCode } from './directory.js';
import { readOrganisation } from './organisations.js';

export function deskUseCase(
  ports: Facts,
  actor: Actor,
): UseCase<Desk, DeskCommand, DeskFact, DeskContext, DirectoryCode> {
  return {
    decider: deskDecider,
    async gather(state, { command }) {
      const today = localDateOf(ports.now(actor.space), ports.zone);
      const permission = mayKeepDesk(actor, command, state, today);
      if ('refused' in permission) return permission;
      const { actingAs } = permission;
      if (!(await confirmPosition(ports, actor, actingAs))) return refuse('not-allowed');
      const position = 'positionId' in command ? await coordinatorAt(ports, actor.space, command) : undefined;
      const facts: DeskContext = {
        zone: ports.zone,
        ...(position ? { position } : {}),
        holderIsPresent: await holderIsPresent(ports, actor.space, state, today),
      };
      return actingAs === undefined ? { facts } : { facts, actingAs };
    },
  };
}

/** Whether whoever has the desk still coordinates from the position they were given it in. */
export async function holderIsPresent(
  ports: Facts,
  space: string,
  desk: Desk,
  today: string,
): Promise<boolean> {
  const holder = desk.status === 'open' ? deskHolderOn(desk, today) : undefined;
  if (!holder) return false;
  const position = await coordinatorAt(ports, space, holder);
  if (position?.coordinates !== true || position.personId !== holder.personId) return false;
  // Who was erased is nobody any more, whatever position the directory still has them in.
  const stream = streamName(space, 'person', holder.personId);
  return (await readFolded(ports.store, stream, personDecider)).state.status === 'registered';
}

async function coordinatorAt(
  { store }: Facts,
  space: string,
  { organisationId, positionId }: { readonly organisationId: string; readonly positionId: string },
): Promise<DeskContext['position']> {
  if (!isUuid(organisationId)) return undefined;
  const read = await readOrganisation(store, space, organisationId);
  if (!read || read.organisation.status === 'unknown') return undefined;
  const { organisation, revision } = read;
  if (!organisation.history.some((known) => known.positionId === positionId)) return undefined;
  const held = organisation.positions.find((filled) => filled.positionId === positionId);
  if (!held) return { revision, coordinates: false };
  return { revision, personId: held.personId, coordinates: held.roles.includes('coordinator') };
}
