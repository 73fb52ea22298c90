import {
  parseStreamName,
  type EventEnvelope,
  type EntryRetracted,
  type RecordedEvent,
} from '@entente/event-sourcing';
import { tablesOf, type AnyTransaction, type Consumer } from '@entente/platform';
import { sql, type Insertable } from 'kysely';

import type { ViewsTables } from '../tables.js';
import { AGREEMENT_HISTORY, type AgreementHistoryTable, type StoredRetraction } from './table.js';

/** Entries stay as they were made; one that was taken back says by whom and why. */
export class AgreementHistoryProjection implements Consumer {
  readonly name = AGREEMENT_HISTORY;
  readonly version = 1;
  readonly categories = ['agreement'];

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction): Promise<void> {
    const events = batch.map(({ event }) => event);
    await insertEntries(tx, [
      ...Map.groupBy(events, ({ stream, commandId }) => `${stream} ${commandId}`).values(),
    ]);
    for (const event of events) {
      if (event.type === 'EntryRetracted')
        await markRetracted(tx, event as unknown as EventEnvelope<EntryRetracted>);
    }
  }

  async clear(tx: AnyTransaction): Promise<void> {
    await tablesOf<ViewsTables>(tx).deleteFrom('views.agreement_history').execute();
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await tablesOf<ViewsTables>(tx)
      .deleteFrom('views.agreement_history')
      .where('stream', '=', stream)
      .execute();
  }
}

const END_OF_ENTRY = sql`agreement_history.revision + jsonb_array_length(agreement_history.events)`;

async function insertEntries(
  tx: AnyTransaction,
  entries: readonly (readonly EventEnvelope[])[],
): Promise<void> {
  await tablesOf<ViewsTables>(tx)
    .insertInto('views.agreement_history')
    .values(entries.flatMap(entryRow))
    // A batch may end in the middle of an entry: the rest joins it, once, when it is what comes next.
    .onConflict((conflict) =>
      conflict
        .columns(['stream', 'command_id'])
        .doUpdateSet({ events: sql`agreement_history.events || excluded.events` })
        .where(sql<boolean>`${END_OF_ENTRY} = excluded.revision`),
    )
    .execute();
}

function entryRow(events: readonly EventEnvelope[]): Insertable<AgreementHistoryTable>[] {
  const [first] = events;
  if (!first) return [];
  const { stream, commandId, revision } = first;
  const { space } = parseStreamName(stream);
  return [
    {
      stream,
      command_id: commandId,
      space,
      revision,
      events: JSON.stringify(events),
      retracted: null,
    },
  ];
}

async function markRetracted(tx: AnyTransaction, event: EventEnvelope<EntryRetracted>): Promise<void> {
  const retraction: StoredRetraction = { by: event.actor, at: event.recordedAt, reason: event.data.reason };
  await tablesOf<ViewsTables>(tx)
    .updateTable('views.agreement_history')
    .set({ retracted: JSON.stringify(retraction) })
    .where('stream', '=', event.stream)
    .where('command_id', '=', event.data.commandId)
    .where('retracted', 'is', null)
    .execute();
}
