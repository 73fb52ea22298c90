import { sql, Kysely, PostgresDialect } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import pg from 'pg';

import { StartRefused } from '../start-refused.js';
import { poolConfig, type Database } from './database.js';

/** What one lib keeps in the database, in a schema of its own. */
export interface MigrationSet {
  readonly name: string;
  /** Created when missing; also holds the table of the migrations that were run. */
  readonly schema: string;
  /** By name; run in the order of the names' bytes, so begin them with 0001, 0002 … */
  readonly migrations: Readonly<Record<string, Migration>>;
}

/** Any constant will do, as long as every version of ours uses the same. */
const LOCK = 7_246_183_550;
const LOCK_PATIENCE_MS = 120_000;

const MIGRATION_TABLE = 'migration';

/**
 * Brings every schema up to date, one process at a time. A set runs in one transaction.
 * Throws StartRefused when the database was migrated by a newer program.
 */
export async function runMigrations(database: Database, sets: readonly MigrationSet[]): Promise<void> {
  // A pool of its own: one connection holds the lock, the other works, and neither has a time limit.
  const {
    statement_timeout: _,
    idle_in_transaction_session_timeout: __,
    ...config
  } = poolConfig(database.options);
  const pool = new pg.Pool({ ...config, max: 2 });
  const kysely = new Kysely<object>({ dialect: new PostgresDialect({ pool }) });
  try {
    await kysely.connection().execute(async (holder) => {
      await takeLock(holder);
      for (const set of sets) await migrate(kysely, set);
    });
  } finally {
    // Ends the holder's session too, and with it the lock.
    await kysely.destroy();
  }
}

async function takeLock(holder: Kysely<object>): Promise<void> {
  await sql`SELECT set_config('lock_timeout', ${String(LOCK_PATIENCE_MS)}, false)`.execute(holder);
  try {
    await sql`SELECT pg_advisory_lock(${LOCK}::bigint)`.execute(holder);
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error;
    throw new StartRefused(
      `Another process has been migrating this database for ${LOCK_PATIENCE_MS / 1000} seconds: wait for it, or end it.`,
      { cause: error },
    );
  }
}

async function migrate(kysely: Kysely<object>, set: MigrationSet): Promise<void> {
  const known = Object.keys(set.migrations).sort(byBytes);
  const done = await migrationsDone(kysely, set.schema);
  refuseForeign(set, known, done);
  if (done.length === known.length) return;

  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: () => Promise.resolve({ ...set.migrations }) },
    migrationTableSchema: set.schema,
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
    nameComparator: byBytes,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  throw new Error(
    `migration ${failed ?? ''} of ${set.name} failed: ${error instanceof Error ? error.message : 'unknown'}`,
    {
      cause: error,
    },
  );
}

async function migrationsDone(kysely: Kysely<object>, schema: string): Promise<string[]> {
  const table = `${schema}.${MIGRATION_TABLE}`;
  const there = await sql<{ there: boolean }>`SELECT to_regclass(${table}) IS NOT NULL AS there`.execute(
    kysely,
  );
  if (there.rows[0]?.there !== true) return [];
  const names = await sql<{ name: string }>`SELECT name FROM ${sql.table(table)}`.execute(kysely);
  return names.rows.map(({ name }) => name);
}

function refuseForeign(set: MigrationSet, known: readonly string[], done: readonly string[]): void {
  const foreign = done.filter((name) => !(name in set.migrations)).sort(byBytes);
  if (foreign.length === 0) return;
  const newest = known.at(-1) ?? '';
  const advice = foreign.every((name) => name > newest)
    ? 'by a newer version of Entente: start that version or a newer one'
    : 'by another version of Entente: start the version that made it';
  throw new StartRefused(
    `The database's schema "${set.schema}" was migrated ${advice} (${foreign.join(', ')} is unknown here).`,
  );
}

function byBytes(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
