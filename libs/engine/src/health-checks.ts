import type { EventStore } from '@entente/event-sourcing';
import type { ReminderFigures } from '@entente/jobs';
import type { ReturnFigures } from '@entente/notification';
import {
  FailingWithFigures,
  type ConsumerRuntime,
  type ConsumerStatus,
  type Database,
  type HealthCheck,
} from '@entente/platform';

/** A machine's clock that is wrong by more tells its operator nothing good, and lets no job of a queue be believed. */
const MAX_SKEW_SECONDS = 5;

/** What `/health/ready` asks of an installation. Without database or log it is of no use; a view behind only shows. */
export function healthChecksOf(
  database: Database,
  store: EventStore,
  consumers: ConsumerRuntime,
  clock: { skewMs(): number },
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
    {
      name: 'clock',
      required: false,
      check: async () => Promise.resolve(skewOf(clock)),
    },
  ];
}

/** Of a process that also sends reminders. */
export function remindersCheck(reminders: { readonly figures: ReminderFigures }): HealthCheck {
  return {
    name: 'reminders',
    required: false,
    async check() {
      const { figures } = reminders;
      if (figures.from === 'queue') return Promise.resolve(figures);
      throw new FailingWithFigures('reminders go out by the plan alone, without the queue', figures);
    },
  };
}

/** Of a process that reads what comes back of mails. */
export function returnedMailsCheck(mailbox: { readonly figures: ReturnFigures }): HealthCheck {
  return {
    name: 'returned-mails',
    required: false,
    async check() {
      const { failing, ...figures } = mailbox.figures;
      if (failing === undefined) return Promise.resolve(figures);
      throw new FailingWithFigures(`the mailbox of returned mails cannot be read: ${failing}`, figures);
    },
  };
}

/** Everything is recorded by the database's clock, so requests are answered all the same. */
function skewOf(clock: { skewMs(): number }): object {
  const skewSeconds = Math.round(clock.skewMs() / 100) / 10;
  if (Math.abs(skewSeconds) <= MAX_SKEW_SECONDS) return { skewSeconds };
  throw new FailingWithFigures(
    `this machine's clock is ${Math.abs(skewSeconds)} s ${skewSeconds > 0 ? 'ahead of' : 'behind'} the database's`,
    { skewSeconds },
  );
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
