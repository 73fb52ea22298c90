import { silentLog, type Database, type Log } from '@entente/platform';

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
}

/** Throws StartRefused when REDIS_URL names no usable Redis. */
export function openQueues(options: QueuesOptions): Promise<Queues> {
  const { redisUrl, database, log = silentLog, skewMs = () => 0 } = options;
  return redisUrl === undefined
    ? openPostgresQueues(database, log, skewMs)
    : openRedisQueues(redisUrl, log, skewMs);
}
