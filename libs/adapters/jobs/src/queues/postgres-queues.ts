import { isDatabaseUnavailable, type Database, type Log } from '@entente/platform';
import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import type pg from 'pg';

import {
  closeQueues,
  jobQueue,
  jobWorker,
  openedWhenAsked,
  processorOf,
  runningWhenReady,
  workerOptions,
  type IdleWorker,
} from './bullmq-queues.js';
import type { Queues } from './queues.js';

const SCHEMA = 'bullmq';
const MARK = 'entente_mark';
/** Any constant will do, as long as every version of ours uses the same. */
const MARK_LOCK = 2_405_881_377;
/** Connections per queue and per worker at most; a worker has one more that listens. */
const MAX_CONNECTIONS = 2;

/** What the sessions of the queues call themselves. */
const SESSIONS = 'entente queues';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** BullMQ's queues in a schema of the database that holds everything else. */
export async function openPostgresQueues(
  database: Database,
  log: Log,
  skewMs: () => number,
  lockMs: number,
): Promise<Queues> {
  const connection = {
    connectionString: database.options.url,
    schema: SCHEMA,
    max: MAX_CONNECTIONS,
    application_name: SESSIONS,
    // A queue is a cache: what a crash of the server takes from it, plan and log give back.
    options: '-c synchronous_commit=off',
  };
  const queues: { close(): Promise<void> }[] = [];
  let isClosed = false;
  const onError = (error: Error): void => {
    // Its pools let connections go a little later than they say; a server that stops meanwhile tells them.
    if (isClosed) return;
    log.warn({ err: error }, 'the queue in PostgreSQL met an error');
  };
  const restore = (): Promise<boolean> => migrate(database);
  await restore();
  return {
    kind: 'postgres',
    queue(name) {
      const queue = openedWhenAsked(() => {
        const opened = new Queue(name, { connection });
        opened.on('error', onError);
        return opened;
      });
      queues.push(queue);
      const present = async (ids: readonly string[]): Promise<readonly string[]> => {
        const { rows } = await database.pool.query<{ id: string }>(
          `SELECT id FROM ${SCHEMA}.job WHERE queue = $1 AND id = ANY($2)`,
          [name, ids],
        );
        return rows.map(({ id }) => id);
      };
      return jobQueue(name, queue, { present, skewMs });
    },
    work(name, concurrency, process) {
      const open = (): IdleWorker => {
        const options = { connection, concurrency, ...workerOptions(lockMs), autorun: false };
        const worker = new Worker(name, processorOf(process), options);
        worker.on('error', onError);
        return worker;
      };
      return jobWorker(runningWhenReady(open, onError), () => true, log);
    },
    isIntact: () => isMarked(database),
    restore,
    async close() {
      isClosed = true;
      await closeQueues(queues);
    },
  };
}

/** Answers whether the mark was there. */
async function migrate({ pool }: Database): Promise<boolean> {
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
    // Two that create a table at once both find that it does not exist, and one of them fails.
    await client.query(`SELECT pg_advisory_lock(${MARK_LOCK})`);
    await client.query(`CREATE TABLE IF NOT EXISTS ${SCHEMA}.${MARK} (set boolean PRIMARY KEY)`);
    const { rowCount } = await client.query(
      `INSERT INTO ${SCHEMA}.${MARK} VALUES (true) ON CONFLICT DO NOTHING`,
    );
    await client.query(`SELECT pg_advisory_unlock(${MARK_LOCK})`);
    const wasThere = rowCount === 0;
    if (!wasThere) await endStaleSessions(client);
    client.release();
    return wasThere;
  } catch (error) {
    // Whatever the failed migration left set in the session goes with it.
    client.release(true);
    throw error;
  }
}

/** The plans of a session that knew the dropped tables name them for ever. All processes' pools open new ones. */
async function endStaleSessions(client: pg.PoolClient): Promise<void> {
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = $1`,
    [SESSIONS],
  );
}

async function isMarked({ pool }: Database): Promise<boolean> {
  try {
    const { rowCount } = await pool.query(`SELECT FROM ${SCHEMA}.${MARK}`);
    return rowCount === 1;
  } catch (error) {
    // A server that is away has lost nothing yet.
    if (isDatabaseUnavailable(error)) return true;
    return false;
  }
}
