import { maySeeOutbox, type Viewer } from '@entente/access';
import { readStream, streamName, type EventEnvelope, type EventStore } from '@entente/event-sourcing';
import { remindersDecider, type ReminderFact } from '@entente/reminder';

import type { AgreementHistoryTable } from './table.js';

/**
 * What was recorded of an agreement's reminders, one entry for each command, the newest first. Whom a party's people are
 * reminded of is their own affair: whoever does not look after agreements sees what names nobody, or themselves.
 */
export async function reminderEntries(
  store: EventStore,
  viewer: Viewer,
  agreementId: string,
): Promise<readonly AgreementHistoryTable[]> {
  const stream = streamName(viewer.space, 'reminders', agreementId);
  const history = await readStream<ReminderFact>(store, stream, remindersDecider);
  const shown = history.map(({ event }) => event).filter((event) => isShown(event, viewer));
  const entries = Map.groupBy(shown, ({ commandId }) => commandId);
  return [...entries]
    .map(([command_id, events]) => ({
      ...{ stream, command_id, space: viewer.space, retracted: null },
      // An interface has no index signature, which is all that is missing.
      events: events as unknown as readonly EventEnvelope[],
      revision: events[0]?.revision ?? 0,
    }))
    .reverse();
}

function isShown({ data }: EventEnvelope<ReminderFact>, viewer: Viewer): boolean {
  const personId = 'personId' in data ? data.personId : undefined;
  return personId === undefined || personId === viewer.personId || maySeeOutbox(viewer);
}
