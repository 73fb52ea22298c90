import type { OrganisationSnapshot } from '@entente/agreement';
import { organisationDecider, type Organisation, type OrganisationFact } from '@entente/directory';
import { readStream, stateOf, streamName, type EventStore } from '@entente/event-sourcing';

export interface ReadOrganisation {
  readonly organisation: Organisation;
  readonly revision: number;
}

export async function readOrganisation(
  store: EventStore,
  space: string,
  organisationId: string,
): Promise<ReadOrganisation | undefined> {
  const history = await readStream<OrganisationFact>(
    store,
    streamName(space, 'organisation', organisationId),
  );
  const last = history.at(-1);
  if (!last) return undefined;
  const organisation = stateOf(
    organisationDecider,
    history.map(({ event }) => event),
  );
  return { organisation, revision: last.event.revision };
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
