import { personDecider, type Person, type PersonFact } from '@entente/directory';
import { parseStreamName, type EventEnvelope, type RecordedEvent } from '@entente/event-sourcing';
import type { AnyTransaction, Consumer, ConsumerTools } from '@entente/platform';
import type { ReminderFact } from '@entente/reminder';
import { sql } from 'kysely';

import { StreamStates } from '../stream-states.js';
import { deleteStreams, insertRows } from '../write-rows.js';
import { INBOX, type InboxReadTable, type InboxTable } from './table.js';

const TABLES = ['inbox', 'inbox_read'] as const;

/** What each person was reminded of, whichever way, and what of it they have read. */
export class InboxProjection implements Consumer {
  readonly name = INBOX;
  readonly version = 1;
  readonly categories = ['reminders', 'person'];
  readonly tables = TABLES;
  readonly #people = new StreamStates<Person, PersonFact>(personDecider);

  constructor(readonly schema = 'views') {}

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void> {
    const { schema } = this;
    const reminders = batch.flatMap(({ event }) => itemOf(event));
    await insertRows(tx, { schema, table: 'inbox' }, reminders, sql`ON CONFLICT DO NOTHING`);
    const people = batch.filter(({ event }) => parseStreamName(event.stream).category === 'person');
    const read: InboxReadTable[] = [];
    const streams = Map.groupBy(people, ({ event }) => event.stream);
    for (const [stream, events] of streams)
      read.push(...readRows(stream, await this.#people.after(stream, events, tools)));
    await deleteStreams(tx, { schema, table: 'inbox_read' }, [...streams.keys()]);
    await insertRows(tx, { schema, table: 'inbox_read' }, read);
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    for (const table of TABLES) await deleteStreams(tx, { schema: this.schema, table }, [stream]);
  }

  beside(schema: string): Consumer {
    return new InboxProjection(schema);
  }
}

function itemOf(event: EventEnvelope): InboxTable[] {
  const { space, category, id } = parseStreamName(event.stream);
  if (category !== 'reminders') return [];
  // The stream's category says which decider wrote it.
  const { type, data } = event as unknown as EventEnvelope<ReminderFact>;
  if (type !== 'ReminderSent') return [];
  const { personId, deadlineId, step, channel } = data;
  return [
    {
      stream: event.stream,
      item_id: event.id,
      space,
      person_id: personId,
      agreement_id: id,
      deadline_id: deadlineId,
      step,
      channel,
      at: event.recordedAt,
    },
  ];
}

function readRows(stream: string, person: Person): InboxReadTable[] {
  if (person.status !== 'registered' || person.inbox === undefined) return [];
  const { space, id } = parseStreamName(stream);
  const { until = '', items } = person.inbox;
  return [{ stream, space, person_id: id, until, items }];
}
