import { openQueues } from '@entente/jobs';

import { describeIf } from '../../support/describe-if.js';
import { needs } from '../../support/needs.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { onPostgres, type Backend } from './backend.js';

/** The same facts about the queues on both of their backends. */
export function onBothBackends(title: string, body: (backend: Backend) => void): void {
  describe(`${title}, on PostgreSQL`, () => {
    body(onPostgres);
  });
  describeIf(needs.redis, `${title}, on Redis`, () => {
    body(onRedis());
  });
}

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
