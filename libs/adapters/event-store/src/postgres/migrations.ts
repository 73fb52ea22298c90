import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

import { appendFunction } from './first-append-function.js';
import { appendBatch, appendOne, placeOfRepeat } from './append-functions.js';

/** Where the log lives in the database, and where its migration table does. */
export const eventStoreSchema = 'log';

export const eventStoreMigrations: Record<string, Migration> = {
  '0001-events': { up: createEvents },
  '0002-append-functions': { up: createAppendFunctions },
};

/** For platform's migration runner. */
export const eventStoreMigrationSet = {
  name: 'event-store',
  schema: eventStoreSchema,
  migrations: eventStoreMigrations,
};

async function createEvents(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE SCHEMA IF NOT EXISTS log`.execute(database);
  // The type json keeps the canonical text byte for byte, so that hashes are taken of what is stored, and is
  // readable with -> and ->> all the same. jsonb would reorder the keys and cost a conversion each way.
  await sql`
    CREATE TABLE log.event (
      position bigint PRIMARY KEY CHECK (position > 0),
      stream text COLLATE "C" NOT NULL,
      revision bigint NOT NULL CHECK (revision >= 0),
      event_id uuid NOT NULL,
      event json NOT NULL,
      CONSTRAINT event_revision_once UNIQUE (stream, revision),
      CONSTRAINT event_id_once UNIQUE (stream, event_id)
    )`.execute(database);
  // Tells one log from another, whatever server or folder it was moved or restored to.
  await sql`
    CREATE TABLE log.log_identity (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row)
    )`.execute(database);
  await sql`INSERT INTO log.log_identity DEFAULT VALUES`.execute(database);
  await sql.raw(appendFunction).execute(database);
}

async function createAppendFunctions(database: Kysely<unknown>): Promise<void> {
  for (const definition of [placeOfRepeat, appendOne, appendBatch]) {
    await sql.raw(definition).execute(database);
  }
}
