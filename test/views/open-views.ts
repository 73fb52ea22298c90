import type { EventStore } from '@entente/event-sourcing';
import {
  connectDatabase,
  ConsumerRuntime,
  platformMigrations,
  runMigrations,
  type Database,
} from '@entente/platform';
import { viewConsumers, viewsMigrations } from '@entente/views';
import { sql } from 'kysely';

import { createTestDatabase } from '../support/postgres.js';

export interface OpenViews {
  readonly database: Database;
  readonly runtime: ConsumerRuntime;
  /** A further worker on the same rows, with a memory of its own. */
  worker(): ConsumerRuntime;
  catchUp(): Promise<void>;
  /** All rows of a table as text, in a fixed order. */
  dump(table: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The views over a log, on a database of their own; `spaces` when they are others than an installation's. */
export async function openViews(store: EventStore, spaces?: readonly string[]): Promise<OpenViews> {
  const created = await createTestDatabase();
  const database = await connectDatabase({ url: created.connectionString });
  await runMigrations(database, [platformMigrations, viewsMigrations]);
  const worker = (): ConsumerRuntime =>
    new ConsumerRuntime({ database, store, views: viewConsumers(), ...(spaces && { spaces }) });
  const runtime = worker();
  await runtime.register();
  return {
    database,
    runtime,
    worker,
    async catchUp() {
      for (const name of runtime.names) await runtime.catchUp(name);
    },
    async dump(table) {
      const { rows } = await sql<{ readonly line: string }>`
        SELECT row_to_json(dumped)::text AS line FROM ${sql.table(table)} AS dumped ORDER BY line`.execute(
        database.tables<object>(),
      );
      return rows.map(({ line }) => line);
    },
    async close() {
      await database.close();
      await created.drop();
    },
  };
}
