import { canonicalText } from '@entente/canonical';
import { eventStoreMigrationSet, PostgresEventStore } from '@entente/event-store';
import { Database, runMigrations } from '@entente/platform';
import pg from 'pg';

import { sampleEvent, type Lane } from './workload.js';

/** Something that appends one event to a lane, in a database of its own. */
export interface Appender extends AsyncDisposable {
  readonly name: string;
  /** Throws unless it was appended. */
  append(lane: Lane): Promise<void>;
}

export const POOL = 20;

export async function ententeAppender(
  url: string,
): Promise<Appender & { readonly store: PostgresEventStore }> {
  const database = new Database({ url, max: POOL });
  await runMigrations(database, [eventStoreMigrationSet]);
  const store = new PostgresEventStore(database.pool);
  return {
    name: 'Entente',
    store,
    async append(lane) {
      const event = sampleEvent(lane.stream, lane.revision + 1);
      const { outcome } = await store.append(lane.stream, lane.revision, [event]);
      if (outcome !== 'appended') throw new Error(`the append was answered with ${outcome}`);
      lane.revision += 1;
    },
    async [Symbol.asyncDispose]() {
      await store.close();
      await database.close();
    },
  };
}

/**
 * The floor: one prepared INSERT that checks the stream's version, on a pool, and nothing else: no order of the
 * log that a reader could follow, no repeat recognised.
 */
export async function rawAppender(url: string): Promise<Appender> {
  const pool = new pg.Pool({ connectionString: url, max: POOL });
  await pool.query(`
    CREATE TABLE raw_event (
      position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      stream text COLLATE "C" NOT NULL,
      revision bigint NOT NULL,
      event_id uuid NOT NULL UNIQUE,
      event json NOT NULL,
      UNIQUE (stream, revision)
    )`);
  const text = `
    INSERT INTO raw_event (stream, revision, event_id, event)
    SELECT $1, $2::bigint + 1, $3, $4
     WHERE coalesce((SELECT max(revision) FROM raw_event WHERE stream = $1), -1) = $2::bigint
    RETURNING position`;
  return {
    name: 'raw pg',
    async append(lane) {
      const event = sampleEvent(lane.stream, lane.revision + 1);
      const values = [lane.stream, lane.revision, event.id, canonicalText(event)];
      const { rowCount } = await pool.query({ name: 'append', text, values });
      if (rowCount !== 1) throw new Error('the raw insert found another version');
      lane.revision += 1;
    },
    [Symbol.asyncDispose]: () => pool.end(),
  };
}

/** Typed as any text, so that the compiler does not look for it. */
const EMMETT = '@event-driven-io/emmett-postgresql' as string;

/** As much of emmett as is called here; its package is not installed with ours. */
interface Emmett {
  readonly getPostgreSQLEventStore: (url: string) => {
    readonly schema: { migrate(): Promise<unknown> };
    appendToStream(
      stream: string,
      events: readonly object[],
      options: { readonly expectedStreamVersion: unknown },
    ): Promise<unknown>;
    aggregateStream<State>(
      stream: string,
      options: { evolve: (state: State, event: never) => State; initialState: () => State },
    ): Promise<{ readonly state: State }>;
    close(): Promise<void>;
  };
}

export async function emmettStore(url: string): Promise<ReturnType<Emmett['getPostgreSQLEventStore']>> {
  const emmett = (await import(EMMETT)) as Emmett;
  const store = emmett.getPostgreSQLEventStore(url);
  await store.schema.migrate();
  return store;
}

export async function emmettAppender(url: string): Promise<Appender> {
  const store = await emmettStore(url);
  return {
    name: 'emmett-postgresql 0.42.0',
    async append(lane) {
      const { type, data, ...metadata } = sampleEvent(lane.stream, lane.revision + 1);
      const expectedStreamVersion =
        lane.revision === -1 ? 'STREAM_DOES_NOT_EXIST' : BigInt(lane.revision + 1);
      await store.appendToStream(lane.stream, [{ type, data, metadata }], { expectedStreamVersion });
      lane.revision += 1;
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}
