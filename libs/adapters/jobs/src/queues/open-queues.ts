import { silentLog, type Database, type Log } from '@entente/platform';

import { LOCK_MS } from './bullmq-queues.js';
import { openPostgresQueues } from './postgres-queues.js';
import type { Queues } from './queues.js';
import { openRedisQueues } from './redis-queues.js';

export interface QueuesOptions {
  /** Unset: the queues are in PostgreSQL. */
  readonly redisUrl?: string;
  readonly database: Database;
  readonly log?: Log;
  /** Milliseconds by which this machine's clock is ahead of the database's, at the moment of asking; default: none. */
  readonly skewMs?: () => number;
  /** A worker that dies is noticed after this time, and its jobs given to another; default: 5 s. */
  readonly lockMs?: number;
}

/** Throws StartRefused when REDIS_URL names no usable Redis. */
export function openQueues(options: QueuesOptions): Promise<Queues> {
  const { redisUrl, database, log = silentLog, skewMs = () => 0, lockMs = LOCK_MS } = options;
  return redisUrl === undefined
    ? openPostgresQueues(database, log, skewMs, lockMs)
    : openRedisQueues(redisUrl, log, skewMs, lockMs);
}
