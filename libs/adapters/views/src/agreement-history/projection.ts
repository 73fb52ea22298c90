import {
  parseStreamName,
  type EntryRetracted,
  type EventEnvelope,
  type RecordedEvent,
} from '@entente/event-sourcing';
import type { AnyTransaction, Consumer } from '@entente/platform';
import { sql } from 'kysely';

import { deleteStreams, insertRows, type Target } from '../write-rows.js';
import { AGREEMENT_HISTORY, type AgreementHistoryTable, type StoredRetraction } from './table.js';

const TABLE = 'agreement_history';

/** Entries stay as they were made; one that was taken back says by whom and why. */
export class AgreementHistoryProjection implements Consumer {
  readonly name = AGREEMENT_HISTORY;
  readonly version = 1;
  readonly categories = ['agreement'];
  readonly tables = [TABLE];

  constructor(readonly schema = 'views') {}

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction): Promise<void> {
    const events = batch.map(({ event }) => event);
    await insertRows(tx, this.#target, entriesOf(events), CONTINUING);
    await markRetracted(tx, this.#target, retractionsOf(events));
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await deleteStreams(tx, this.#target, [stream]);
  }

  beside(schema: string): Consumer {
    return new AgreementHistoryProjection(schema);
  }

  get #target(): Target {
    return { schema: this.schema, table: TABLE };
  }
}

/** A batch may end in the middle of an entry: the rest joins it, once, when it is what comes next. */
const CONTINUING = sql`
  ON CONFLICT (stream, command_id) DO UPDATE SET events = old.events || excluded.events
  WHERE old.revision + jsonb_array_length(old.events) = excluded.revision`;

function entriesOf(events: readonly EventEnvelope[]): AgreementHistoryTable[] {
  const entries = Map.groupBy(events, ({ stream, commandId }) => `${stream} ${commandId}`);
  return [...entries.values()].flatMap((entry) => {
    const [first] = entry;
    if (!first) return [];
    const { stream, commandId, revision } = first;
    const { space } = parseStreamName(stream);
    return [{ stream, command_id: commandId, space, revision, events: entry, retracted: null }];
  });
}

interface Retraction {
  readonly stream: string;
  readonly command_id: string;
  readonly retracted: StoredRetraction;
}

/** The first of each entry: it cannot be taken back twice. */
function retractionsOf(events: readonly EventEnvelope[]): Retraction[] {
  const found = new Map<string, Retraction>();
  for (const event of events) {
    if (event.type !== 'EntryRetracted') continue;
    // The stream's category says which decider wrote it, and so which shape this type has.
    const { stream, actor, recordedAt, data } = event as unknown as EventEnvelope<EntryRetracted>;
    const key = `${stream} ${data.commandId}`;
    if (found.has(key)) continue;
    const retracted = { by: actor, at: recordedAt, reason: data.reason };
    found.set(key, { stream, command_id: data.commandId, retracted });
  }
  return [...found.values()];
}

async function markRetracted(
  tx: AnyTransaction,
  { schema, table }: Target,
  retractions: readonly Retraction[],
): Promise<void> {
  if (retractions.length === 0) return;
  await sql`
    UPDATE ${sql.id(schema, table)} AS entry SET retracted = told.retracted
    FROM json_to_recordset(${JSON.stringify(retractions)}::json)
      AS told (stream text, command_id text, retracted jsonb)
    WHERE entry.stream = told.stream AND entry.command_id = told.command_id AND entry.retracted IS NULL`.execute(
    tx,
  );
}
