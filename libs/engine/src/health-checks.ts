import type { EventStore } from '@entente/event-sourcing';
import type { ConsumerRuntime, Database, HealthCheck } from '@entente/platform';

/** What `/health/ready` asks of an installation. Without database or log it is of no use; a view behind only shows. */
export function healthChecksOf(
  database: Database,
  store: EventStore,
  consumers: ConsumerRuntime,
): readonly HealthCheck[] {
  return [
    {
      name: 'database',
      required: true,
      async check() {
        await database.pool.query('SELECT 1');
        return undefined;
      },
    },
    {
      name: 'log',
      required: true,
      async check() {
        return { head: (await store.head()) ?? null };
      },
    },
    {
      name: 'consumers',
      required: false,
      async check() {
        const consumed = await consumers.status();
        const failed = consumed.flatMap(({ name, failure }) =>
          failure ? [`${name}: ${failure.cause}`] : [],
        );
        if (failed.length > 0) throw new Error(failed.join('; '));
        return Object.fromEntries(
          consumed.map(({ name, version, position = null, lagMs }) => [name, { version, position, lagMs }]),
        );
      },
    },
  ];
}
