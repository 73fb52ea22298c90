import { openQueues, type Queues } from '@entente/jobs';
import { connectDatabase } from '@entente/platform';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { needs } from '../support/needs.js';
import { startRedis } from '../support/redis.js';
import { withoutOurs } from '../support/running-program.js';
import { median, millis, spread, type Bench } from './bench.js';
import { durableServer } from './server.js';

/** As many as reminders are acted on at a time. */
const CONCURRENCY = 4;
/** For all of them to be in the queue before the first is due: of five thousand, and of five hundred. */
const LEAD_MS = 5_000;
const SHORT_LEAD_MS = 1_500;

interface Place {
  readonly name: string;
  readonly queues: Queues;
  readonly env: Readonly<Record<string, string>>;
}

interface Job {
  readonly dueAt: number;
}

export const bench: Bench = {
  ids: ['P9'],
  title: 'lateness of reminders: from due until a worker has the job',
  async run({ quick, rounds, say }) {
    await using running = new AsyncDisposableStack();
    const server = running.use(await durableServer());
    const url = await server.database('queues');
    const database = running.adopt(await connectDatabase({ url }), (opened) => opened.close());
    const places: Place[] = [
      { name: 'PostgreSQL', queues: await openQueues({ database }), env: { DATABASE_URL: url } },
    ];
    if (needs.redis.find() !== undefined) {
      const redis = running.adopt(await startRedis(), (started) => started.stop());
      const queues = await openQueues({ database, redisUrl: redis.url });
      places.unshift({ name: 'Redis', queues, env: { DATABASE_URL: url, REDIS_URL: redis.url } });
    }
    for (const { queues } of places) running.defer(() => queues.close());
    const jobs = quick ? 500 : 5_000;
    const spreadMs = quick ? 2_000 : 10_000;
    const leadMs = quick ? SHORT_LEAD_MS : LEAD_MS;
    const even = Array.from({ length: jobs }, (_, index) => (index * spreadMs) / jobs);
    const whats = [
      [`${jobs} over ${spreadMs / 1_000} s`, (place: Place, name: string) => late(place, name, even, leadMs)],
      [
        `${jobs} at one instant`,
        (place: Place, name: string) =>
          late(
            place,
            name,
            even.map(() => 0),
            leadMs,
          ),
      ],
    ] as const;
    const rows: (string | number)[][] = [];
    for (const place of places) {
      for (const [index, [what, measure]] of whats.entries()) {
        say(`${place.name}: ${what}`);
        const found: ReturnType<typeof spread>[] = [];
        for (let round = 0; round < rounds; round += 1)
          found.push(spread(await measure(place, `late${index}x${round}`)));
        const of = (member: 'p50' | 'p99' | 'max'): string => millis(median(found.map((one) => one[member])));
        rows.push([place.name, what, of('p50'), of('p99'), of('max')]);
      }
    }
    // What is measured is a lock that runs out: nobody is in anybody's way meanwhile.
    say('killed workers');
    const killed = places.map((): number[][] => []);
    for (let round = 0; round < rounds; round += 1)
      await Promise.all(
        places.map(async (place, index) =>
          killed[index]?.push(await ofKilledWorker(place, `killed${round}`)),
        ),
      );
    for (const [index, { name }] of places.entries()) {
      const found = (killed[index] ?? []).map(spread);
      const of = (member: 'p50' | 'p99' | 'max'): string => millis(median(found.map((one) => one[member])));
      rows.push([name, `${CONCURRENCY} of a killed worker`, of('p50'), of('p99'), of('max')]);
    }
    return {
      columns: ['queue in', 'what', 'p50 ms', 'p99 ms', 'max ms'],
      rows,
      notes: [
        `${server.version}, durable settings; ${CONCURRENCY} jobs at a time; what a reminder itself takes is not in it.`,
        'Targets at p99: over 10 s ≤ 120 ms; at one instant ≤ 1,000 ms Redis, ≤ 3,000 ms PostgreSQL; of a killed worker ≤ 12,000 ms.',
        'Early under a clock that is an hour wrong: none, as npm run test:faults -- R9 counts.',
      ],
    };
  },
};

/** How late each was, in milliseconds. */
async function late(
  { queues }: Place,
  name: string,
  dues: readonly number[],
  leadMs: number,
): Promise<number[]> {
  const found: number[] = [];
  const all = Promise.withResolvers<undefined>();
  const queue = queues.queue<Job>(name);
  const worker = queues.work<Job>(name, CONCURRENCY, ({ data }) => {
    found.push(Date.now() - data.dueAt);
    if (found.length === dues.length) all.resolve(undefined);
    return Promise.resolve('done');
  });
  const start = Date.now() + leadMs;
  await queue.add(
    dues.map((ms, index) => {
      const dueAt = start + ms;
      return { id: `job_${index}`, data: { dueAt }, delayMs: dueAt - Date.now() };
    }),
  );
  await all.promise;
  await worker.close();
  return found;
}

/** How long after its death another had the jobs that it held. */
async function ofKilledWorker({ queues, env }: Place, name: string): Promise<number[]> {
  const queue = queues.queue<Job>(name);
  const program = path.join(import.meta.dirname, 'programs/takes-jobs.ts');
  const victim = spawn(process.execPath, [...process.execArgv, program, name, String(CONCURRENCY)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...withoutOurs(process.env), ...env },
  });
  await queue.add(Array.from({ length: CONCURRENCY }, (_, id) => ({ id: `job_${id}`, data: { dueAt: 0 } })));
  let taken = 0;
  for await (const _ of createInterface({ input: victim.stdout })) {
    taken += 1;
    if (taken === CONCURRENCY) break;
  }
  const found: number[] = [];
  const all = Promise.withResolvers<undefined>();
  victim.kill('SIGKILL');
  const killedAt = performance.now();
  const worker = queues.work<Job>(name, CONCURRENCY, () => {
    found.push(performance.now() - killedAt);
    if (found.length === CONCURRENCY) all.resolve(undefined);
    return Promise.resolve('done');
  });
  await all.promise;
  await worker.close();
  return found;
}
