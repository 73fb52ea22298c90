import type { EventStore } from '@entente/event-sourcing';

import type { ConsumerRuntime } from '../consumers/consumer-runtime.js';
import type { Database } from '../database/database.js';
import type { HealthCheck } from './health-checks.js';

export function databaseCheck(database: Database): HealthCheck {
  return {
    name: 'database',
    required: true,
    async check() {
      await database.pool.query('SELECT 1');
      return undefined;
    },
  };
}

export function eventStoreCheck(store: EventStore): HealthCheck {
  return {
    name: 'event store',
    required: true,
    async check() {
      await store.head();
      return undefined;
    },
  };
}

const LATE_MS = 60_000;

/** Not required: a view that is stuck must not take every process out of service, which would help nobody. */
export function consumersCheck(runtime: ConsumerRuntime): HealthCheck {
  return {
    name: 'consumers',
    required: false,
    async check() {
      const all = await runtime.status();
      const complaints = all.flatMap(({ name, failure, lagMs }) => {
        if (failure) return [`${name}: ${failure.cause}`];
        return lagMs > LATE_MS ? [`${name} is ${Math.round(lagMs / 1000)} s behind`] : [];
      });
      if (complaints.length > 0) throw new Error(complaints.join('; '));
      return Object.fromEntries(all.map(({ name, position, lagMs }) => [name, { position, lagMs }]));
    },
  };
}
