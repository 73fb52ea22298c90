import { jobIdOf, openQueues, PlanConsumer, reminderMigrations, type ReminderHint } from '@entente/jobs';
import type { RecordedEvent } from '@entente/event-sourcing';
import { connectDatabase, platformMigrations, runMigrations, type Database } from '@entente/platform';

import { needs } from '../support/needs.js';
import { startRedis } from '../support/redis.js';
import { times, whole, type Bench } from './bench.js';
import { lettersWithMilestones, STEPS_PER_LETTER } from './milestone-letters.js';
import { durableServer } from './server.js';

/** Letters written in one transaction, as when the plan follows the log. */
const BATCH = 20;
const JOBS_AT_A_TIME = 10_000;
const WINDOW_MS = 7 * 86_400_000;
/** In the midst of them. */
const NOW_MS = Date.UTC(2026, 5, 1);

interface PlannedJob {
  readonly id: string;
  readonly data: ReminderHint;
  readonly atMs: number;
}

export const bench: Bench = {
  ids: ['P8'],
  title: 'planning reminders ÷ adding as many jobs to BullMQ',
  async run({ quick, say }) {
    if (needs.redis.find() === undefined)
      return { columns: ['what'], rows: [['not run']], notes: [`Needs Redis: ${needs.redis.enable}.`] };
    await using running = new AsyncDisposableStack();
    const server = running.use(await durableServer());
    const redis = running.adopt(await startRedis(), (started) => started.stop());
    const url = await server.database('plan');
    const database = running.adopt(await connectDatabase({ url }), (opened) => opened.close());
    await runMigrations(database, [platformMigrations, reminderMigrations]);
    const letters = Math.ceil((quick ? 20_000 : 1_000_000) / STEPS_PER_LETTER);
    say('planning');
    const planMs = await planned(database, letters);
    const jobs = await jobsOf(database);
    const bytes = await bytesOf(database);
    const queues = await openQueues({ database, redisUrl: redis.url });
    running.defer(() => queues.close());
    const queue = queues.queue<ReminderHint>('reminders');
    const empty = await redis.memory();
    const add = async (some: readonly PlannedJob[]): Promise<number> => {
      const begun = performance.now();
      for (let start = 0; start < some.length; start += JOBS_AT_A_TIME) {
        const page = some.slice(start, start + JOBS_AT_A_TIME);
        await queue.add(page.map(({ id, data, atMs }) => ({ id, data, delayMs: atMs - NOW_MS })));
      }
      return performance.now() - begun;
    };
    say('adding to BullMQ');
    const addMs = await add(jobs);
    const allBytes = (await redis.memory()) - empty;
    await redis.flush();
    const window = jobs.filter(({ atMs }) => atMs >= NOW_MS && atMs <= NOW_MS + WINDOW_MS);
    await add(window);
    const windowBytes = (await redis.memory()) - empty;
    const mb = (size: number): string => (size / 1_000_000).toFixed(1);
    const perSecond = (ms: number): string => whole((jobs.length / ms) * 1_000);
    return {
      columns: ['what', 'reminders', 'per second', 'bytes each', 'MB in Redis', 'plan ÷ this'],
      rows: [
        [
          'plan, with a window of 7 days',
          whole(jobs.length),
          perSecond(planMs),
          whole(bytes / jobs.length),
          mb(windowBytes),
          '',
        ],
        [
          'BullMQ addBulk',
          whole(jobs.length),
          perSecond(addMs),
          whole(allBytes / jobs.length),
          mb(allBytes),
          times(addMs / planMs),
        ],
      ],
      notes: [
        `${server.version}, durable settings; ${STEPS_PER_LETTER} steps a letter over a year; ${whole(window.length)} of them in the window.`,
        'Planning: from events in memory to committed rows with their indexes. Bytes of the plan are on disk, of BullMQ in memory.',
        'Targets: ≥ 5×, ≤ 250 bytes each, ≤ 50 MB in Redis with 1,000,000.',
      ],
    };
  },
};

async function planned(database: Database, letters: number): Promise<number> {
  const consumer = new PlanConsumer('reminder', false);
  const begun = performance.now();
  for (let start = 0; start < letters; start += BATCH) {
    const streams = new Map<string, readonly RecordedEvent[]>();
    for (const { stream, events } of lettersWithMilestones(start, Math.min(letters, start + BATCH)))
      streams.set(stream, events);
    await database
      .tables()
      .transaction()
      .execute((tx) =>
        consumer.apply([...streams.values()].flat(), tx, {
          readStream: (stream) => Promise.resolve(streams.get(stream) ?? []),
        }),
      );
  }
  return performance.now() - begun;
}

async function jobsOf({ pool }: Database): Promise<PlannedJob[]> {
  const { rows } = await pool.query<ReminderHint & { at: Date }>(
    `SELECT space, agreement_id AS "agreementId", deadline_id AS "deadlineId", step, version, at FROM reminder.plan`,
  );
  return rows.map(({ at, ...data }) => ({ id: jobIdOf(data), data, atMs: at.getTime() }));
}

async function bytesOf({ pool }: Database): Promise<number> {
  await pool.query('VACUUM reminder.plan');
  const { rows } = await pool.query<{ bytes: string }>(
    `SELECT pg_total_relation_size('reminder.plan') AS bytes`,
  );
  return Number(rows[0]?.bytes);
}
