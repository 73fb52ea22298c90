import { openQueues, type Queues } from '@entente/jobs';
import type { Database } from '@entente/platform';

import { describeIf } from '../../support/describe-if.js';
import { needs } from '../../support/needs.js';
import { startRedis, type TestRedis } from '../../support/redis.js';

/** A place for queues, and how to lose everything in it. */
export interface Backend {
  readonly kind: 'postgres' | 'redis';
  start(): Promise<void>;
  open(database: Database): Promise<Queues>;
  wipe(database: Database): Promise<void>;
  stop(): Promise<void>;
}

/** The same facts about the queues on both of their backends. */
export function onBothBackends(title: string, body: (backend: Backend) => void): void {
  describe(`${title}, on PostgreSQL`, () => {
    body(onPostgres);
  });
  describeIf(needs.redis, `${title}, on Redis`, () => {
    body(onRedis());
  });
}

export const onPostgres: Backend = {
  kind: 'postgres',
  start: () => Promise.resolve(),
  open: (database) => openQueues({ database }),
  wipe: async ({ pool }) => {
    for (;;) {
      try {
        await pool.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
        return;
      } catch (error) {
        // Workers are in the midst of it; whoever wipes a schema by hand would ask again, too.
        if ((error as { code?: string }).code !== '40P01') throw error;
      }
    }
  },
  stop: () => Promise.resolve(),
};

function onRedis(): Backend {
  let redis: TestRedis | undefined;
  const running = (): TestRedis => {
    if (!redis) throw new Error('Redis was not started');
    return redis;
  };
  return {
    kind: 'redis',
    start: async () => {
      redis = await startRedis();
    },
    open: (database) => openQueues({ database, redisUrl: running().url }),
    wipe: () => running().flush(),
    stop: () => running().stop(),
  };
}
