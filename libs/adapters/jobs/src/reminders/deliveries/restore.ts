import type { ReminderDirectory, Facts } from '@entente/application';
import { localDateOf } from '@entente/calendar';
import { parseStreamName, readableEvents, type RecordedEvent, type Stamped } from '@entente/event-sourcing';
import type { ReminderFact } from '@entente/reminder';

import type { Deliveries } from './deliveries.js';
import type { Settled } from './delivery.js';

const AT_ONCE = 1_000;

interface Sources {
  readonly facts: Facts;
  readonly directory: ReminderDirectory;
}

/** Makes the table of a space again from the log when it was lost, as far back as it goes; what is still to go out is assigned as ever. */
export async function restoreDeliveries(
  { facts, directory }: Sources,
  deliveries: Deliveries,
  space: string,
  since: string,
): Promise<number> {
  const zones = new Map<string, string>();
  const zoneOf = async (personId: string): Promise<string> => {
    const zone = zones.get(personId) ?? (await directory.personOf(space, personId))?.zone ?? facts.zone;
    zones.set(personId, zone);
    return zone;
  };
  let restored = 0;
  let batch: Settled[] = [];
  const streamPrefixes = [`${space}.reminders-`];
  for await (const recorded of readableEvents(facts.store, undefined, { streamPrefixes })) {
    if (recorded.event.recordedAt < since) continue;
    const settled = await settledIn(recorded, space, zoneOf);
    if (settled) batch.push(settled);
    if (batch.length < AT_ONCE) continue;
    restored += batch.length;
    await deliveries.restore(batch);
    batch = [];
  }
  await deliveries.restore(batch);
  return restored + batch.length;
}

async function settledIn(
  { event }: RecordedEvent,
  space: string,
  zoneOf: (personId: string) => Promise<string>,
): Promise<Settled | undefined> {
  // The stream's name says whose facts are in it.
  const { type, data, recordedAt } = event as unknown as Stamped<ReminderFact>;
  if (type !== 'ReminderSent' && type !== 'ReminderSuppressed') return undefined;
  const { deadlineId, version, step, positionId, personId, plannedAt: at } = data;
  if (positionId === undefined || personId === undefined) return undefined;
  const agreementId = parseStreamName(event.stream).id;
  const zone = await zoneOf(personId);
  const opensAt = type === 'ReminderSent' ? (data.opensAt ?? at) : at;
  const localDay = localDateOf(type === 'ReminderSent' ? recordedAt : opensAt, zone);
  const duty = { space, agreementId, deadlineId, version, step, positionId, personId };
  return {
    ...{ ...duty, zone, at, opensAt, localDay },
    ...(type === 'ReminderSent'
      ? { state: 'sent', sentAt: recordedAt, deliveryId: deliveryIdIn(data.messageId) }
      : { state: 'held', reason: data.reason }),
  };
}

/** What stands before the host in a Message-ID of ours; undefined in one that is not. */
function deliveryIdIn(messageId: string): string | undefined {
  return /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/u.exec(messageId)?.[1];
}
