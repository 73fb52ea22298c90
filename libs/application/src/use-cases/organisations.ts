import type { OrganisationSnapshot } from '@entente/agreement';
import { organisationDecider, type Organisation, type RegisteredOrganisation } from '@entente/directory';
import { NO_STREAM, readFolded, streamName, type EventStore } from '@entente/event-sourcing';

export interface ReadOrganisation {
  readonly organisation: Organisation;
  readonly revision: number;
}

export async function readOrganisation(
  store: EventStore,
  space: string,
  organisationId: string,
): Promise<ReadOrganisation | undefined> {
  const stream = streamName(space, 'organisation', organisationId);
  const { state, revision } = await readFolded(store, stream, organisationDecider);
  return revision === NO_STREAM ? undefined : { organisation: state, revision };
}

/** The named organisations as an agreement's rules need them; one that does not exist is left out. */
export async function snapshotsOf(
  store: EventStore,
  space: string,
  organisationIds: readonly string[],
): Promise<OrganisationSnapshot[]> {
  const found = await Promise.all(
    [...new Set(organisationIds)].map(async (organisationId) => {
      const read = await readOrganisation(store, space, organisationId);
      if (!read || read.organisation.status === 'unknown') return [];
      const { revision } = read;
      const { name } = read.organisation;
      return [{ organisationId, revision, name, positions: positionsOf(read.organisation) }];
    }),
  );
  return found.flat();
}

/** Those that are, also the vacant ones: they are held by nobody. */
function positionsOf({
  history,
  positions,
}: RegisteredOrganisation): readonly OrganisationSnapshot['positions'][number][] {
  return history.flatMap(({ positionId, tenures, endedOn }) => {
    const title = tenures.at(-1)?.title;
    if (!title || endedOn !== undefined) return [];
    const held = positions.find((position) => position.positionId === positionId);
    return [{ positionId, title, personId: held?.personId ?? '' }];
  });
}
