import type { OrganisationSnapshot } from '@entente/agreement';
import { organisationDecider, type Organisation } from '@entente/directory';
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
      const { name, positions } = read.organisation;
      return [{ organisationId, revision: read.revision, name, positions }];
    }),
  );
  return found.flat();
}
