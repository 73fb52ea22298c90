import type { EventStore } from '@entente/event-sourcing';
import {
  FailingWithFigures,
  type ConsumerRuntime,
  type ConsumerStatus,
  type Database,
  type HealthCheck,
} from '@entente/platform';

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
      check: () => consumed(consumers),
    },
  ];
}

/** How far everyone is. Degraded while one fails or leaves something out; which and why is for the operator. */
async function consumed(consumers: ConsumerRuntime): Promise<object> {
  const all = await consumers.status();
  const figures = Object.fromEntries(all.map((status) => [status.name, figuresOf(status)]));
  const wrong = all.flatMap(wrongOf);
  if (wrong.length > 0) throw new FailingWithFigures(wrong.join('; '), figures);
  return figures;
}

function figuresOf({ failure, position, name: _, ...figures }: ConsumerStatus): object {
  return { ...figures, position: position ?? null, failing: failure !== undefined };
}

function wrongOf({ name, parked, failure }: ConsumerStatus): string[] {
  return [
    ...(failure ? [`${name}: ${failure.cause}`] : []),
    ...(parked > 0 ? [`${name} leaves ${parked} streams out`] : []),
  ];
}
