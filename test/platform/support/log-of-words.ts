import {
  NO_STREAM,
  streamName,
  type EventEnvelope,
  type EventStore,
  type RecordedEvent,
} from '@entente/event-sourcing';
import { tablesOf, type AnyTransaction, type Consumer, type MigrationSet } from '@entente/platform';
import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

const revisions = new WeakMap<EventStore, Map<string, number>>();

export interface WordEvent {
  readonly space?: string;
  readonly category?: string;
  readonly id?: string;
  readonly type?: string;
  readonly data?: EventEnvelope['data'];
  readonly commandId?: string;
  readonly recordedAt?: string;
}

/** Appends one event to a stream; answers its position. */
export function append(store: EventStore, word: WordEvent = {}): Promise<string> {
  return appendMany(store, 1, word);
}

/** The same for several at once. */
export function appendMany(store: EventStore, count: number, word: WordEvent = {}): Promise<string> {
  return appendTogether(
    store,
    Array.from({ length: count }, () => word),
  );
}

/** What one command says to a stream. */
export function appendEntry(store: EventStore, words: readonly WordEvent[]): Promise<string> {
  const commandId = randomUUID();
  return appendTogether(
    store,
    words.map((word) => ({ ...word, commandId })),
  );
}

async function appendTogether(store: EventStore, words: readonly WordEvent[]): Promise<string> {
  const known = revisions.get(store) ?? new Map<string, number>();
  revisions.set(store, known);
  const { stream } = wordEvent(0, words[0]);
  const expected = known.get(stream) ?? NO_STREAM;
  known.set(stream, expected + words.length);
  const events = words.map((word, index) => wordEvent(expected + 1 + index, word));
  const outcome = await store.append(stream, expected, events);
  if (outcome.outcome === 'conflict') throw new Error(`conflict on ${stream}`);
  return outcome.position;
}

export function wordEvent(revision: number, word: WordEvent = {}): EventEnvelope {
  const { space = 'main', category = 'agreement', id = '1', type = 'WordSaid', data = {} } = word;
  return {
    id: randomUUID(),
    space,
    stream: streamName(space, category, id),
    revision,
    type,
    schemaVersion: 1,
    recordedAt: word.recordedAt ?? new Date().toISOString(),
    actor: 'person-1',
    commandId: word.commandId ?? randomUUID(),
    bodyMac: '0'.repeat(64),
    causationId: 'command',
    correlationId: 'command',
    salt: '0'.repeat(32),
    data,
  };
}

interface Tables {
  counted: { stream: string; events: number };
}

/** A view that is wrong whenever an event takes effect twice or not at all: it counts. */
export const countMigrations: MigrationSet = {
  name: 'words',
  schema: 'words',
  migrations: {
    '0001-counted': {
      async up(db) {
        await sql`CREATE TABLE words.counted (stream text PRIMARY KEY, events integer NOT NULL)`.execute(db);
      },
    },
  },
};

export class CountingView implements Consumer {
  readonly name: string = 'counted';
  readonly version: number = 1;
  readonly categories = ['agreement'];
  readonly tables = ['counted'];
  /** What this view has done so far, and those made beside it. */
  readonly done = { batches: 0 };
  /** Called after each batch, with the schema it was written to. */
  onApplied: (batch: readonly RecordedEvent[], schema: string) => Promise<void> | void = () => undefined;

  constructor(readonly schema = 'words') {}

  get batches(): number {
    return this.done.batches;
  }

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction): Promise<void> {
    this.done.batches += 1;
    const streams = Map.groupBy(batch, ({ event }) => event.stream);
    await tablesOf<Tables>(tx)
      .withSchema(this.schema)
      .insertInto('counted')
      .values([...streams].map(([stream, events]) => ({ stream, events: events.length })))
      .onConflict((conflict) =>
        conflict.column('stream').doUpdateSet({ events: sql`counted.events + excluded.events` }),
      )
      .execute();
    await this.onApplied(batch, this.schema);
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await tablesOf<Tables>(tx)
      .withSchema(this.schema)
      .deleteFrom('counted')
      .where('stream', '=', stream)
      .execute();
  }

  beside(schema: string): Consumer {
    // What a test changed of this view holds beside it too.
    return Object.create(this, { schema: { value: schema } }) as this;
  }
}
