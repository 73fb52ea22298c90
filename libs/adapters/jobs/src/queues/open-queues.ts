import { silentLog, type Database, type Log } from '@entente/platform';

import { openPostgresQueues } from './postgres-queues.js';
import type { Queues } from './queues.js';
import { openRedisQueues } from './redis-queues.js';

export interface QueuesOptions {
  /** Unset: the queues are in PostgreSQL. */
  readonly redisUrl?: string;
  readonly database: Database;
  readonly log?: Log;
}

/** Throws StartRefused when REDIS_URL names no usable Redis. */
export function openQueues({ redisUrl, database, log = silentLog }: QueuesOptions): Promise<Queues> {
  return redisUrl === undefined ? openPostgresQueues(database, log) : openRedisQueues(redisUrl, log);
}
