import { parseStreamName, type EventEnvelope, type RecordedEvent } from '@entente/event-sourcing';
import type { AnyTransaction, Consumer } from '@entente/platform';
import type { ReminderFact } from '@entente/reminder';
import { sql } from 'kysely';

import { deleteStreams, insertRows } from '../write-rows.js';
import { PEOPLE_UNREACHED, type PeopleUnreachedTable } from './table.js';

const TABLE = 'people_unreached';

/** Nothing is folded: of all that is recorded of reminders, few lines tell of a mail that came back. */
export class PeopleUnreachedProjection implements Consumer {
  readonly name = PEOPLE_UNREACHED;
  readonly version = 1;
  readonly categories = ['reminders'];
  readonly tables = [TABLE];

  constructor(readonly schema = 'views') {}

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction): Promise<void> {
    const rows = batch.flatMap(({ event }) => rowOf(event));
    await insertRows(tx, { schema: this.schema, table: TABLE }, rows, sql`ON CONFLICT DO NOTHING`);
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await deleteStreams(tx, { schema: this.schema, table: TABLE }, [stream]);
  }

  beside(schema: string): Consumer {
    return new PeopleUnreachedProjection(schema);
  }
}

function rowOf(event: EventEnvelope): PeopleUnreachedTable[] {
  // The stream's category says which decider wrote it.
  const { stream, type, data } = event as unknown as EventEnvelope<ReminderFact>;
  const isUnreached =
    type === 'ReminderBounced' || (type === 'ReminderSuppressed' && data.reason === 'bounced');
  if (!isUnreached || data.personId === undefined) return [];
  const { space, id } = parseStreamName(stream);
  return [{ stream, person_id: data.personId, space, agreement_id: id }];
}
