import { setTimeout as sleep } from 'node:timers/promises';

import {
  jobIdOf,
  openQueues,
  ProjectionJobs,
  type JobResult,
  type JobRun,
  type Queues,
  type ReminderHint,
} from '@entente/jobs';
import { connectDatabase, silentLog, StartRefused, type Database } from '@entente/platform';

import { describeIf } from '../support/describe-if.js';
import { freePort } from '../support/free-port.js';
import { needs } from '../support/needs.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { SeverableProxy } from '../support/severable-proxy.js';
import { onBothBackends } from './support/backends.js';
import { hintOf, openOffice } from './support/office.js';
import { createWorld, eventually, letterInSigning, linesOf } from './support/world.js';

onBothBackends('projections', (backend) => {
  let empty: TestDatabase;
  let database: Database;
  let queues: Queues;

  beforeAll(async () => {
    await backend.start();
    empty = await createTestDatabase();
    database = await connectDatabase({ url: empty.connectionString });
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await empty.drop();
    await backend.stop();
  });
  beforeEach(async () => {
    queues = await backend.open(database);
    await queues.restore();
  });
  afterEach(async () => {
    await queues.close();
    await backend.wipe(database);
  });

  test('every consumer is caught up at the start, one run of each at a time', async () => {
    const running = new Map<string, number>();
    const runs: string[] = [];
    const catchUp = async (consumer: string): Promise<void> => {
      const now = (running.get(consumer) ?? 0) + 1;
      expect(now).toBe(1);
      running.set(consumer, now);
      runs.push(consumer);
      await sleep(100);
      running.set(consumer, now - 1);
    };
    const jobs = new ProjectionJobs({ queues, consumers: ['board', 'history'], catchUp });
    jobs.start();
    await eventually(() => {
      expect(new Set(runs)).toEqual(new Set(['board', 'history']));
      return Promise.resolve();
    });
    await Promise.all(Array.from({ length: 20 }, () => jobs.wake(['board'])));
    await sleep(1_000);
    await jobs.close();
    // What was woken while one ran is one more run, and not twenty.
    expect(runs.filter((consumer) => consumer === 'board').length).toBeGreaterThanOrEqual(2);
    expect(runs.filter((consumer) => consumer === 'board').length).toBeLessThanOrEqual(4);
  }, 30_000);

  test('no wake-up is lost that comes while a run is active', async () => {
    let said = 0;
    let heard = 0;
    let runs = 0;
    const catchUp = async (): Promise<void> => {
      runs += 1;
      // What is said from here on is not heard by this run.
      const upTo = said;
      await sleep(60);
      heard = upTo;
    };
    const jobs = [1, 2].map(() => new ProjectionJobs({ queues, consumers: ['board'], catchUp }));
    for (const one of jobs) one.start();
    for (let round = 0; round < 25; round += 1) {
      said += 1;
      await jobs[round % 2]?.wake();
      await sleep((round * 37) % 90);
    }
    await eventually(() => {
      expect(heard).toBe(said);
      return Promise.resolve();
    });
    expect(runs).toBeLessThanOrEqual(said + 2);
    await Promise.all(jobs.map((one) => one.close()));
  }, 30_000);

  test('a run that takes its time shows in the queue how far its rebuild is', async () => {
    let events = 0;
    const shown: object[] = [];
    const watched: Queues = {
      ...queues,
      work: <Data extends object>(
        name: string,
        concurrency: number,
        process: (run: JobRun<Data>) => Promise<JobResult>,
      ) =>
        queues.work<Data>(name, concurrency, (run) =>
          process({
            ...run,
            progress: async (figures) => {
              await run.progress(figures);
              shown.push(figures);
            },
          }),
        ),
    };
    const jobs = new ProjectionJobs({
      queues: watched,
      consumers: ['board'],
      catchUp: () => sleep(200),
      progressOf: () => Promise.resolve({ events: (events += 500) }),
      progressMs: 50,
    });
    jobs.start();
    await eventually(() => {
      expect(shown.slice(0, 2)).toEqual([{ events: 500 }, { events: 1_000 }]);
      return Promise.resolve();
    });
    await jobs.close();
  }, 30_000);

  test('a catch-up that failed is run again', async () => {
    let tries = 0;
    const catchUp = (): Promise<void> => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    };
    const jobs = new ProjectionJobs({ queues, consumers: ['board'], catchUp });
    jobs.start();
    await eventually(() => {
      expect(tries).toBe(2);
      return Promise.resolve();
    });
    await jobs.close();
  }, 30_000);

  test('the mark tells of an emptied queue until it is restored', async () => {
    expect(await queues.isIntact()).toBe(true);
    await backend.wipe(database);
    expect(await queues.isIntact()).toBe(false);
    await queues.restore();
    expect(await queues.isIntact()).toBe(true);
  });
});

describe('a PostgreSQL that does not answer at first', () => {
  test('holds up nothing else, and its queue is worked through when it is there', async () => {
    const empty = await createTestDatabase();
    const server = new URL(empty.connectionString);
    const wire = await SeverableProxy.to(server.hostname, Number(server.port));
    server.hostname = '127.0.0.1';
    server.port = String(wire.port);
    const database = await connectDatabase({ url: server.href });
    const queues = await openQueues({ database });
    const queue = queues.queue<{ what: string }>('errands');
    const done: string[] = [];
    await wire.cut();
    const worker = queues.work<{ what: string }>('errands', 2, ({ data }) => {
      done.push(data.what);
      return Promise.resolve('done');
    });
    await expect(queue.add([{ data: { what: 'lost' } }])).rejects.toThrow();
    // A worker that asks again without a pause would leave no turn for this.
    await sleep(300);
    await wire.mend();
    await eventually(() => queue.add([{ data: { what: 'kept' } }]), 10_000);
    await eventually(() => {
      expect(done).toEqual(['kept']);
      return Promise.resolve();
    }, 10_000);
    await worker.close();
    await queues.close();
    await database.close();
    await wire.cut();
    await empty.drop();
  }, 60_000);
});

describe('a Redis that does not answer', () => {
  test('refuses the start with one sentence that shows no password', async () => {
    const empty = await createTestDatabase();
    const database = await connectDatabase({ url: empty.connectionString });
    const redisUrl = `redis://someone:secret@127.0.0.1:${await freePort()}`;
    const refused: unknown = await openQueues({ database, redisUrl }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartRefused);
    expect((refused as Error).message).toMatch(
      /^REDIS_URL \(redis:\/\/127\.0\.0\.1:\d+\): nothing answers there; .*\.$/u,
    );
    expect((refused as Error).message).not.toContain('secret');
    await database.close();
    await empty.drop();
  }, 60_000);
});

describeIf(needs.redis, 'a Redis', () => {
  let redis: TestRedis;
  beforeEach(async () => {
    redis = await startRedis();
  }, 30_000);

  test('that may throw jobs away is warned of loudly', async () => {
    const empty = await createTestDatabase();
    const database = await connectDatabase({ url: empty.connectionString });
    const said: string[] = [];
    const log = { ...silentLog, error: (_fields: object, message: string) => said.push(message) };
    await redis.configure('maxmemory-policy', 'allkeys-lru');
    await (await openQueues({ database, redisUrl: redis.url, log })).close();
    expect(said).toEqual([expect.stringContaining('noeviction')]);
    await redis.configure('maxmemory-policy', 'noeviction');
    await (await openQueues({ database, redisUrl: redis.url, log })).close();
    expect(said).toHaveLength(1);
    await redis.stop();
    await database.close();
    await empty.drop();
  }, 60_000);

  test('that is gone delays no reminder, and is filled again when it is back', async () => {
    const world = await createWorld();
    world.clock.set('2026-03-03T02:00:00.000Z');
    const letter = await letterInSigning(world);
    const office = await openOffice(world, {
      kind: 'redis',
      start: () => Promise.resolve(),
      open: (database) => openQueues({ database, redisUrl: redis.url }),
      wipe: () => redis.flush(),
      stop: () => Promise.resolve(),
    });
    office.jobs.start();
    await office.catchUp();
    await redis.stop();
    world.clock.set('2026-03-09T01:01:00.000Z');
    void office.jobs.reconcile();
    await eventually(async () => {
      expect(await linesOf(world, letter)).toEqual([
        'ReminderSent remind-5 north-head',
        'ReminderSent remind-5 south-head',
      ]);
    }, 20_000);
    redis = await startRedis(redis.url);
    await office.jobs.reconcile();
    const queue = office.queues.queue<ReminderHint>('reminders');
    await eventually(async () => {
      expect((await queue.ids()).delayed).toEqual(
        new Set(['remind-2', 'on-the-day'].map((step) => jobIdOf(hintOf(letter, step)))),
      );
    });
    await office.close();
    await world.close();
    await redis.stop();
  }, 90_000);
});
