import { setTimeout as sleep } from 'node:timers/promises';

import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg, { type PoolConfig } from 'pg';

import { silentLog, type Log } from '../logging/log.js';
import { StartRefused } from '../start-refused.js';
import { urlWithoutSecrets } from '../url-without-secrets.js';
import { connectionRefused, isServerStarting } from './failure.js';
import { preparing } from './prepared-statements.js';
import { valueTypes } from './value-types.js';

export interface DatabaseOptions {
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
  /** Connections at most. */
  readonly max?: number;
  readonly log?: Log;
}

/** A transaction before a lib says which tables it means; `tablesOf` does. */
export type AnyTransaction = Transaction<object>;

/** The same connection or transaction, typed with the tables a lib names. Qualify them with their schema. */
export function tablesOf<Tables extends object>(database: Kysely<object>): Kysely<Tables> {
  // Kysely's own $extendTables changes types only, too, but takes no interfaces.
  return database as unknown as Kysely<Tables>;
}

const OLDEST_VERSION = 15;
const STARTING_PATIENCE_MS = 15_000;
const MINUTE_MS = 60_000;

/** One pool of connections to PostgreSQL, and Kysely on top of it. */
export class Database {
  readonly pool: pg.Pool;
  readonly #kysely: Kysely<object>;
  #closing = false;

  constructor(readonly options: DatabaseOptions) {
    this.pool = new pg.Pool(poolConfig(options));
    // Without a listener a connection lost while idle would end the process; the pool replaces it by itself.
    this.pool.on('error', (error) => {
      if (this.#closing) return;
      (options.log ?? silentLog).warn({ err: error }, 'an idle database connection was lost');
    });
    // The same for one that is checked out and lost between two queries: the next query fails, and tells.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.#kysely = new Kysely<object>({ dialect: new PostgresDialect({ pool: preparing(this.pool) }) });
  }

  tables<Tables extends object>(): Kysely<Tables> {
    return tablesOf<Tables>(this.#kysely);
  }

  transaction<Result>(work: (tx: AnyTransaction) => Promise<Result>): Promise<Result> {
    return this.#kysely.transaction().execute(work);
  }

  /** Waits for queries under way. */
  async close(): Promise<void> {
    // A server stopped right after this may still tell a connection that we left already.
    this.#closing = true;
    await this.#kysely.destroy();
    // Kysely leaves a pool alone that it never used.
    if (!this.pool.ending) await this.pool.end();
  }
}

/** Throws StartRefused with the reason when there is no usable PostgreSQL at the URL. */
export async function connectDatabase(options: DatabaseOptions): Promise<Database> {
  const database = new Database(options);
  try {
    await refuseOldServer(database);
    return database;
  } catch (error) {
    await database.close();
    throw error instanceof StartRefused ? error : connectionRefused(options.url, error);
  }
}

export function poolConfig(options: DatabaseOptions): PoolConfig {
  return {
    connectionString: options.url,
    application_name: options.applicationName ?? 'entente',
    max: options.max ?? 20,
    types: valueTypes,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: MINUTE_MS,
    statement_timeout: MINUTE_MS,
    // A process that hangs inside a transaction must not hold its locks for ever.
    idle_in_transaction_session_timeout: 2 * MINUTE_MS,
  };
}

async function refuseOldServer(database: Database): Promise<void> {
  const version = await serverVersion(database);
  if (version >= OLDEST_VERSION) return;
  throw new StartRefused(
    `DATABASE_URL (${urlWithoutSecrets(database.options.url)}): PostgreSQL ${version} is too old; ${OLDEST_VERSION} or newer is needed.`,
  );
}

/** A server that says it is starting is waited for: containers of one composition start together. */
async function serverVersion({ pool }: Database): Promise<number> {
  const deadline = performance.now() + STARTING_PATIENCE_MS;
  for (;;) {
    try {
      const { rows } = await pool.query<{ version: number }>(
        "SELECT current_setting('server_version_num')::int / 10000 AS version",
      );
      return rows[0]?.version ?? 0;
    } catch (error) {
      if (!isServerStarting(error) || performance.now() > deadline) throw error;
      await sleep(200);
    }
  }
}
