import type { WorkflowDefinition } from '@entente/agreement';
import type { EventEnvelope, Fact } from '@entente/event-sourcing';
import type { Names } from '@entente/narrative';

interface LocalText {
  readonly zh?: string;
  readonly en?: string;
}

const ID_FIELDS = [
  'partyId',
  'ownerPartyId',
  'positionId',
  'personId',
  'holderId',
  'checkedBy',
  'fromPositionId',
  'toPositionId',
  'toPersonId',
  'grantedBy',
  'hostId',
  'deskId',
  'into',
] as const;

/** Ids of the people, positions and organisations that events mention. */
export function namedIn(events: readonly EventEnvelope<Fact<string, object>>[]): string[] {
  const ids = new Set<string>();
  for (const event of events) {
    ids.add(event.actor);
    if (event.actingAs !== undefined) ids.add(event.actingAs);
    const data = event.data as Readonly<Record<string, unknown>>;
    for (const field of ID_FIELDS) {
      const id = data[field];
      if (typeof id === 'string') ids.add(id);
    }
    for (const id of Array.isArray(data['positionIds']) ? (data['positionIds'] as unknown[]) : [])
      if (typeof id === 'string') ids.add(id);
  }
  return [...ids];
}

/** Names looked up beforehand, in the form sentences ask for them. */
export function namesFor(
  found: ReadonlyMap<string, LocalText>,
  milestones: readonly { readonly milestoneId: string; readonly title: LocalText }[] = [],
  definition?: WorkflowDefinition,
): Names {
  const get = (id: string): LocalText | undefined => found.get(id);
  const milestone = (id: string): LocalText | undefined =>
    milestones.find(({ milestoneId }) => milestoneId === id)?.title;
  return { person: get, organisation: get, position: get, milestone, definition };
}
