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
const WARMING = 100;
/** Of the long form a line is said after so many reminders. */
const SAID_EVERY = 100_000;
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
    // What a process does for the first time takes long, and a short form holds little else.
    await planned(database, WARMING, () => undefined);
    await database.pool.query('TRUNCATE reminder.plan');
    say('planning');
    const planMs = await planned(database, letters, say);
    const bytes = await bytesOf(database);
    const queues = await openQueues({ database, redisUrl: redis.url });
    running.defer(() => queues.close());
    const queue = queues.queue<ReminderHint>('reminders');
    const empty = await redis.memory();
    /** Answers how many were added, and how many milliseconds that took without reading them. */
    const add = async (which: (job: PlannedJob) => boolean) => {
      let [count, ms] = [0, 0];
      for await (const page of jobsOf(database)) {
        const some = page.filter(which);
        const begun = performance.now();
        await queue.add(some.map(({ id, data, atMs }) => ({ id, data, delayMs: atMs - NOW_MS })));
        ms += performance.now() - begun;
        count += some.length;
        if (some.length > 0 && count % SAID_EVERY === 0) say(`${whole(count)} added, in ${whole(ms)} ms`);
      }
      return { count, ms };
    };
    await queue.add(Array.from({ length: JOBS_AT_A_TIME }, (_, id) => warming(id)));
    await redis.flush();
    say('adding to BullMQ');
    const { count: jobs, ms: addMs } = await add(() => true);
    const allBytes = (await redis.memory()) - empty;
    await redis.flush();
    const { count: window } = await add(({ atMs }) => atMs >= NOW_MS && atMs <= NOW_MS + WINDOW_MS);
    const windowBytes = (await redis.memory()) - empty;
    const mb = (size: number): string => (size / 1_000_000).toFixed(1);
    const perSecond = (ms: number): string => whole((jobs / ms) * 1_000);
    return {
      columns: ['what', 'reminders', 'per second', 'bytes each', 'MB in Redis', 'plan ÷ this'],
      rows: [
        [
          'plan, with a window of 7 days',
          whole(jobs),
          perSecond(planMs),
          whole(bytes / jobs),
          mb(windowBytes),
          '',
        ],
        [
          'BullMQ addBulk',
          whole(jobs),
          perSecond(addMs),
          whole(allBytes / jobs),
          mb(allBytes),
          times(addMs / planMs),
        ],
      ],
      notes: [
        `${server.version}, durable settings; ${STEPS_PER_LETTER} steps a letter over a year; ${whole(window)} of them in the window.`,
        'Planning: from events in memory to committed rows with their indexes. Bytes of the plan are on disk, of BullMQ in memory.',
        'Targets: ≥ 5×, ≤ 250 bytes each, ≤ 50 MB in Redis with 1,000,000.',
      ],
    };
  },
};

async function planned(database: Database, letters: number, say: (line: string) => void): Promise<number> {
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
    const done = (start + BATCH) * STEPS_PER_LETTER;
    if (done % SAID_EVERY === 0) say(`${whole(done)} planned, in ${whole(performance.now() - begun)} ms`);
  }
  return performance.now() - begun;
}

function warming(id: number): { id: string; data: ReminderHint; delayMs: number } {
  const data = { space: 'main', agreementId: String(id), deadlineId: 'm', step: 'remind-1', version: 1 };
  return { id: `warming_${id}`, data, delayMs: WINDOW_MS };
}

/** A million at once would be most of a process's memory. */
async function* jobsOf({ pool }: Database): AsyncGenerator<readonly PlannedJob[]> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `DECLARE jobs CURSOR FOR
       SELECT space, agreement_id AS "agreementId", deadline_id AS "deadlineId", step, version, at FROM reminder.plan`,
    );
    for (;;) {
      const { rows } = await client.query<ReminderHint & { at: Date }>(`FETCH ${JOBS_AT_A_TIME} FROM jobs`);
      if (rows.length === 0) return;
      yield rows.map(({ at, ...data }) => ({ id: jobIdOf(data), data, atMs: at.getTime() }));
    }
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function bytesOf({ pool }: Database): Promise<number> {
  await pool.query('VACUUM reminder.plan');
  const { rows } = await pool.query<{ bytes: string }>(
    `SELECT pg_total_relation_size('reminder.plan') AS bytes`,
  );
  return Number(rows[0]?.bytes);
}
