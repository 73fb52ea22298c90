import { EventStoreUnavailable, UnknownEvent, type RecordedEvent } from '@entente/event-sourcing';
import {
  tablesOf,
  TryAgain,
  type AnyTransaction,
  type Consumer,
  type Database,
  type MigrationSet,
  type Reactor,
  type Upcast,
} from '@entente/platform';
import { createHash } from 'node:crypto';

import { sql } from 'kysely';

import type { SeededRandom } from './seeded-random.js';

/** What an event does to whoever takes it: nothing; harm until the code is mended; harm for ever. */
export type Fate = 'fine' | 'heals' | 'stays';

/** What goes wrong around the consumers, and how often it did. */
export class Weather {
  isFoul = true;
  /** Whether the program is the mended one. */
  isMended = false;
  readonly met = { poison: 0, passing: 0, crashes: 0 };

  constructor(readonly random: SeededRandom) {}

  /** Throws for an event that is poison; a passing failure; or ends the transaction's own connection. */
  async strike(events: readonly RecordedEvent[], likely: number, tx?: AnyTransaction): Promise<void> {
    if (events.some(({ event }) => this.isPoison(event.data['fate'] as Fate | undefined))) {
      this.met.poison += 1;
      throw new Error('the projection cannot take this event');
    }
    if (!this.isFoul || !this.random.chance(likely)) return;
    if (tx && this.random.chance(0.7)) {
      this.met.crashes += 1;
      await sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(tx);
    }
    this.met.passing += 1;
    throw this.#passing();
  }

  isPoison(fate: Fate = 'fine'): boolean {
    return fate === 'stays' || (fate === 'heals' && !this.isMended);
  }

  #passing(): Error {
    const kinds = [
      new EventStoreUnavailable('the log is away'),
      Object.assign(new Error('could not serialize access'), { code: '40001' }),
      Object.assign(new Error('deadlock detected'), { code: '40P01' }),
      new TryAgain('somebody was in the way'),
    ];
    return kinds[this.random.below(kinds.length)] ?? new TryAgain('not now');
  }
}

/** Until it is mended, the program does not know an event of this type. */
export function upcastIn(weather: Weather): Upcast {
  return (event) => {
    if (event.type === 'WordSung' && !weather.isMended) throw new UnknownEvent(event, undefined);
    return event;
  };
}

export function chained(digest: string, eventId: string): string {
  return createHash('sha256').update(digest).update(eventId).digest('hex');
}

type Tables = Record<`${string}.chain`, { stream: string; events: number; digest: string }>;

/** Made in a schema each: the view that goes through it all, and the one that is made from zero at the end. */
export const SCHEMAS = ['storm', 'calm'] as const;

export const chainMigrations: readonly MigrationSet[] = SCHEMAS.map((schema) => ({
  name: schema,
  schema,
  migrations: {
    '0001-chain': {
      async up(db) {
        await sql`CREATE TABLE ${sql.id(schema, 'chain')} (
          stream text PRIMARY KEY, events integer NOT NULL, digest text NOT NULL)`.execute(db);
        await sql`CREATE TABLE ${sql.id(schema, 'heard')} (
          nth integer GENERATED ALWAYS AS IDENTITY, stream text, revision integer, PRIMARY KEY (stream, revision))`.execute(
          db,
        );
      },
    },
  },
}));

/** A row per stream that is wrong for ever when an event takes effect twice, not at all, or too early. */
export class ChainedView implements Consumer {
  readonly version = 1;
  readonly categories = ['agreement'];
  readonly tables = ['chain'];

  constructor(
    readonly name: string,
    readonly schema: string,
    private readonly weather: Weather,
  ) {}

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction): Promise<void> {
    const tables = tablesOf<Tables>(tx);
    const table = `${this.schema}.chain` as const;
    for (const [stream, events] of Map.groupBy(batch, ({ event }) => event.stream)) {
      const known = await tables
        .selectFrom(table)
        .selectAll()
        .where('stream', '=', stream)
        .executeTakeFirst();
      const digest = events.reduce((sum, { event }) => chained(sum, event.id), known?.digest ?? '');
      const row = { stream, events: (known?.events ?? 0) + events.length, digest };
      await tables
        .insertInto(table)
        .values(row)
        .onConflict((conflict) => conflict.column('stream').doUpdateSet(row))
        .execute();
    }
    // Only now: what was written must be undone.
    await this.weather.strike(batch, 0.12, tx);
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await tablesOf<Tables>(tx).deleteFrom(`${this.schema}.chain`).where('stream', '=', stream).execute();
  }

  beside(schema: string): Consumer {
    return new ChainedView(this.name, schema, this.weather);
  }
}

/** Writes down what it heard, once, and in which order; it may fail before or after. */
export function listener(database: Database, weather: Weather): Reactor {
  return {
    name: 'when-said-then-heard',
    categories: ['agreement'],
    async react(recorded) {
      const { stream, revision } = recorded.event;
      await weather.strike([recorded], 0.02);
      await database.pool.query(
        'INSERT INTO storm.heard (stream, revision) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        [stream, revision],
      );
      if (weather.isFoul && weather.random.chance(0.02)) throw new TryAgain('after it was done');
    },
  };
}
