import { InMemoryEventStore, type RecordedEvent } from '@entente/event-sourcing';
import {
  connectDatabase,
  ConsumerPump,
  ConsumerRuntime,
  EventFailed,
  OtherVersion,
  platformMigrations,
  projectPerStream,
  runMigrations,
  silentLog,
  type AnyTransaction,
  type Consumer,
  type Database,
  type Reactor,
} from '@entente/platform';
import { jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';

import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { append, CountingView, countMigrations } from './support/log-of-words.js';

jest.setTimeout(30_000);

let server: TestDatabase;
let database: Database;
let store: InMemoryEventStore;
const pumps: ConsumerPump[] = [];

beforeAll(async () => {
  server = await createTestDatabase();
  database = await connectDatabase({ url: server.connectionString });
  await runMigrations(database, [platformMigrations, countMigrations]);
}, 60_000);

afterAll(async () => {
  await database.close();
  await server.drop();
});

beforeEach(async () => {
  store = new InMemoryEventStore();
  await database.pool.query('DELETE FROM platform.checkpoint; DELETE FROM words.counted');
});

afterEach(async () => {
  await Promise.all(pumps.splice(0).map((pump) => pump.stop()));
});

async function runtimeOf(
  views: readonly Consumer[],
  reactors: readonly Reactor[] = [],
): Promise<ConsumerRuntime> {
  const runtime = new ConsumerRuntime({ database, store, views, reactors });
  await runtime.register();
  return runtime;
}

function pumpOf(runtime: ConsumerRuntime, pollMs = 60_000): ConsumerPump {
  const pump = new ConsumerPump({ runtime, store, log: silentLog, pollMs });
  pumps.push(pump);
  return pump;
}

async function counted(): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ stream: string; events: number }>(
    'SELECT * FROM words.counted',
  );
  return Object.fromEntries(rows.map(({ stream, events }) => [stream, events]));
}

async function say(times: number, id = '1'): Promise<string> {
  let position = '';
  for (let time = 0; time < times; time += 1) position = await append(store, { id });
  return position;
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not become so');
    await sleep(5);
  }
}

describe('a view', () => {
  it('takes every event of its categories into account once, and is then at the end of the log', async () => {
    const runtime = await runtimeOf([new CountingView()]);
    await say(1_203, 'a');
    await append(store, { category: 'person' });
    await append(store, { space: 'demo', id: 'b' });
    const last = await append(store, { category: 'person' });
    await runtime.catchUp('counted');
    expect(await counted()).toEqual({ 'main.agreement-a': 1_203, 'demo.agreement-b': 1 });
    expect(await runtime.statusOf('counted')).toEqual({
      name: 'counted',
      kind: 'view',
      version: 1,
      position: last,
      lagMs: 0,
    });
  });

  it('goes on where it was', async () => {
    const view = new CountingView();
    const runtime = await runtimeOf([view]);
    await say(3);
    await runtime.catchUp('counted');
    await runtime.catchUp('counted');
    expect(view.batches).toBe(1);
    await say(2);
    await runtime.catchUp('counted');
    expect(await counted()).toEqual({ 'main.agreement-1': 5 });
  });

  it('counts each event once when four workers work on it while it grows', async () => {
    const runtimes = await Promise.all([1, 2, 3, 4].map(() => runtimeOf([new CountingView()])));
    await runtimes[0]!.catchUp('counted');
    const writer = (async () => {
      for (let round = 0; round < 40; round += 1) {
        await say(25, String(round % 3));
        await sleep(1);
      }
    })();
    const workers = runtimes.map(async (runtime) => {
      for (let round = 0; round < 20; round += 1) await runtime.catchUp('counted');
    });
    await Promise.all([writer, ...workers]);
    await runtimes[1]!.catchUp('counted');
    expect(await counted()).toEqual({
      'main.agreement-0': 350,
      'main.agreement-1': 325,
      'main.agreement-2': 325,
    });
  }, 60_000);

  it('loses neither rows nor checkpoint apart when its process dies in a transaction', async () => {
    let isDying = true;
    class Dying extends CountingView {
      override async apply(batch: readonly RecordedEvent[], tx: AnyTransaction): Promise<void> {
        await super.apply(batch, tx);
        if (!isDying) return;
        isDying = false;
        // What the database sees when a process is killed: the connection ends before the commit.
        await tx
          .selectNoFrom((row) => row.fn('pg_terminate_backend', [row.fn('pg_backend_pid', [])]).as('x'))
          .execute();
      }
    }
    const runtime = await runtimeOf([new Dying()]);
    await database.pool.query("UPDATE platform.checkpoint SET version = 1 WHERE name = 'counted'");
    await say(10);
    await expect(runtime.catchUp('counted')).rejects.toThrow();
    expect(await counted()).toEqual({});
    expect((await runtime.statusOf('counted')).position).toBeUndefined();
    await runtime.catchUp('counted');
    expect(await counted()).toEqual({ 'main.agreement-1': 10 });
  });

  it('is stopped by an event it cannot take, after those before it, and says which', async () => {
    const view = new CountingView();
    const apply = view.apply.bind(view);
    let isPoisoned = true;
    view.apply = async (batch, tx) => {
      await apply(batch, tx);
      if (isPoisoned && batch.some(({ event }) => event.revision === 7)) throw new Error('no such word');
    };
    const runtime = await runtimeOf([view]);
    await runtime.catchUp('counted');
    await say(20);
    const failure = await runtime.catchUp('counted').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EventFailed);
    expect(failure).toMatchObject({
      stream: 'main.agreement-1',
      position: '00000000000000000008',
      message: 'counted fails at main.agreement-1@7 (WordSaid): no such word',
    });
    expect(await counted()).toEqual({ 'main.agreement-1': 7 });
    isPoisoned = false;
    await runtime.catchUp('counted');
    expect(await counted()).toEqual({ 'main.agreement-1': 20 });
  });

  it('is told apart by name', async () => {
    expect(
      () => new ConsumerRuntime({ database, store, views: [new CountingView(), new CountingView()] }),
    ).toThrow('two have the same name');
    const runtime = await runtimeOf([new CountingView()]);
    await expect(runtime.catchUp('nobody')).rejects.toThrow('there is no view or automation "nobody"');
  });
});

describe('a rebuild', () => {
  it('shows the old rows until the new ones are complete', async () => {
    const view = new CountingView();
    const runtime = await runtimeOf([view]);
    await say(1_100);
    await runtime.catchUp('counted');
    const seen: number[] = [];
    const progress: number[] = [];
    const apply = view.apply.bind(view);
    view.apply = async (batch, tx) => {
      await apply(batch, tx);
      seen.push((await counted())['main.agreement-1'] ?? 0);
    };
    expect(await runtime.rebuild('counted', (events) => progress.push(events))).toBe(1_100);
    expect(seen).toEqual([1_100, 1_100, 1_100]);
    expect(progress).toEqual([500, 1_000, 1_100]);
    expect(await counted()).toEqual({ 'main.agreement-1': 1_100 });
  });

  it('happens at the start when the rows are of another version, and once', async () => {
    const old = await runtimeOf([new CountingView()]);
    await say(4);
    await old.catchUp('counted');
    class Newer extends CountingView {
      override readonly version = 2;
    }
    const [one, other] = [new Newer(), new Newer()];
    const runtimes = await Promise.all([runtimeOf([one]), runtimeOf([other])]);
    await Promise.all(runtimes.map((runtime) => pumpOf(runtime).start()));
    await Promise.all(pumps.map((pump) => pump.pumpOnce('counted')));
    expect(await counted()).toEqual({ 'main.agreement-1': 4 });
    expect(one.batches + other.batches).toBe(1);
    // A process that still runs the older code stands aside instead of writing rows of its kind among them.
    await say(1);
    await expect(old.catchUp('counted', { mayRebuild: false })).rejects.toThrow(OtherVersion);
  });

  it('names the event it fails at and leaves the old rows', async () => {
    const view = new CountingView();
    const runtime = await runtimeOf([view]);
    await say(5);
    await runtime.catchUp('counted');
    view.apply = (batch) =>
      batch.some(({ event }) => event.revision === 2) ? Promise.reject(new Error('no')) : Promise.resolve();
    await expect(runtime.rebuild('counted')).rejects.toMatchObject({
      name: 'EventFailed',
      position: '00000000000000000003',
    });
    expect(await counted()).toEqual({ 'main.agreement-1': 5 });
  });

  it('of a single stream leaves the others alone', async () => {
    const runtime = await runtimeOf([new CountingView()]);
    await say(5, 'a');
    await say(2, 'b');
    await runtime.catchUp('counted');
    await database.pool.query('UPDATE words.counted SET events = 99');
    await say(1, 'a');
    await runtime.projectAnew('counted', 'main.agreement-a');
    expect(await counted()).toEqual({ 'main.agreement-a': 5, 'main.agreement-b': 99 });
    await runtime.catchUp('counted');
    expect((await counted())['main.agreement-a']).toBe(6);
  });
});

describe('a retraction', () => {
  it('has its stream projected anew from the effective history up to there', async () => {
    const histories: Record<string, string[]> = {};
    const name = (events: readonly RecordedEvent[]): string[] => events.map(({ event }) => event.type);
    const view: Consumer = {
      name: 'counted',
      version: 1,
      categories: ['agreement'],
      clear: () => Promise.resolve(),
      apply: (batch, _tx, tools) =>
        projectPerStream(batch, tools, {
          advance: (stream, events) => {
            histories[stream] = [...(histories[stream] ?? []), ...name(events)];
            return Promise.resolve();
          },
          anew: (stream, history) => {
            histories[stream] = name(history);
            return Promise.resolve();
          },
        }),
    };
    const runtime = await runtimeOf([view]);
    await append(store, { id: 'a', type: 'Proposed' });
    await append(store, { id: 'a', type: 'Signed', commandId: 'c1' });
    await append(store, { id: 'a', type: 'Concluded', commandId: 'c1' });
    await append(store, { id: 'b', type: 'Proposed' });
    await runtime.catchUp('counted');
    await append(store, { id: 'a', type: 'EntryRetracted', data: { commandId: 'c1', reason: 'typo' } });
    await append(store, { id: 'a', type: 'Declined' });
    await append(store, { id: 'b', type: 'Signed' });
    await runtime.catchUp('counted');
    expect(histories).toEqual({
      'main.agreement-a': ['Proposed', 'EntryRetracted', 'Declined'],
      'main.agreement-b': ['Proposed', 'Signed'],
    });
  });
});

describe('an automation', () => {
  function listening(over: Partial<Reactor> = {}): Reactor & { heard: string[] } {
    const heard: string[] = [];
    return {
      name: 'when-said-then-heard',
      categories: ['agreement'],
      heard,
      react: ({ event }) => {
        heard.push(`${event.stream}@${event.revision}`);
        return Promise.resolve();
      },
      ...over,
    };
  }

  it('hears every event in order, and does not hear it again', async () => {
    const reactor = listening();
    const runtime = await runtimeOf([], [reactor]);
    await say(3);
    await append(store, { category: 'person' });
    await runtime.catchUp(reactor.name);
    await say(1);
    await runtime.catchUp(reactor.name);
    expect(reactor.heard).toEqual([0, 1, 2, 3].map((revision) => `main.agreement-1@${revision}`));
  });

  it('is worked on by one worker at a time', async () => {
    let active = 0;
    let most = 0;
    const heard: number[] = [];
    const react: Reactor['react'] = async ({ event }) => {
      most = Math.max(most, (active += 1));
      await sleep(1);
      heard.push(event.revision);
      active -= 1;
    };
    const runtimes = await Promise.all([1, 2, 3].map(() => runtimeOf([], [listening({ react })])));
    await say(60);
    await Promise.all(runtimes.map((runtime) => runtime.catchUp('when-said-then-heard')));
    expect(most).toBe(1);
    expect(heard).toEqual(Array.from({ length: 60 }, (_, revision) => revision));
  });

  it('tries the event it failed at again, and none before it', async () => {
    let failures = 2;
    const heard: number[] = [];
    const reactor = listening({
      react: ({ event }) => {
        if (event.revision === 2 && (failures -= 1) >= 0) return Promise.reject(new Error('refused'));
        heard.push(event.revision);
        return Promise.resolve();
      },
    });
    const runtime = await runtimeOf([], [reactor]);
    await say(4);
    await expect(runtime.catchUp(reactor.name)).rejects.toThrow(
      'fails at main.agreement-1@2 (WordSaid): refused',
    );
    await expect(runtime.catchUp(reactor.name)).rejects.toThrow(EventFailed);
    await runtime.catchUp(reactor.name);
    expect(heard).toEqual([0, 1, 2, 3]);
  });

  it('may begin at the end of a log that is older than it', async () => {
    await say(5);
    const reactor = listening({ startsAt: 'end' });
    const runtime = await runtimeOf([], [reactor]);
    await say(1);
    await runtime.catchUp(reactor.name);
    expect(reactor.heard).toEqual(['main.agreement-1@5']);
  });
});

describe('waiting for a position', () => {
  it('ends as soon as the view is there', async () => {
    const runtime = await runtimeOf([new CountingView()]);
    await pumpOf(runtime).start();
    const position = await say(3);
    expect(await runtime.waitFor('counted', position, 5_000)).toBe(true);
    expect(await counted()).toEqual({ 'main.agreement-1': 3 });
  });

  it('ends when another process has moved the view', async () => {
    const [here, elsewhere] = await Promise.all([
      runtimeOf([new CountingView()]),
      runtimeOf([new CountingView()]),
    ]);
    const position = await say(3);
    const waiting = here.waitFor('counted', position, 5_000);
    await elsewhere.catchUp('counted');
    expect(await waiting).toBe(true);
  });

  it('ends in time when nobody works', async () => {
    const runtime = await runtimeOf([new CountingView()]);
    const position = await say(1);
    const began = performance.now();
    expect(await runtime.waitFor('counted', position, 50)).toBe(false);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('the pump', () => {
  it('loses no wake-up that comes while it works', async () => {
    const view = new CountingView();
    const apply = view.apply.bind(view);
    let during: (() => Promise<unknown>) | undefined;
    view.apply = async (batch, tx) => {
      await apply(batch, tx);
      const work = during;
      during = undefined;
      await work?.();
    };
    const runtime = await runtimeOf([view]);
    const pump = pumpOf(runtime);
    await pump.start();
    for (let round = 1; round <= 50; round += 1) {
      // The second event is appended, and told of, while the first one's transaction is open.
      during = async () => {
        await say(1);
        pump.wake(['counted']);
      };
      const position = await say(1);
      const next = String(Number(position) + 1).padStart(20, '0');
      expect(await runtime.waitFor('counted', next, 2_000)).toBe(true);
      expect(await counted()).toEqual({ 'main.agreement-1': 2 * round });
    }
  }, 60_000);

  it('brings consumers of other categories to the end of the log too', async () => {
    const runtime = await runtimeOf([new CountingView()]);
    const pump = pumpOf(runtime);
    await pump.start();
    await pump.pumpOnce('counted');
    const position = await append(store, { category: 'person' });
    expect(await runtime.waitFor('counted', position, 2_000)).toBe(true);
  });

  it('shows a failure with its event, tries again, and forgets it when it is over', async () => {
    const view = new CountingView();
    const apply = view.apply.bind(view);
    let isPoisoned = true;
    view.apply = (batch, tx) => (isPoisoned ? Promise.reject(new Error('no such word')) : apply(batch, tx));
    const runtime = await runtimeOf([view]);
    await pumpOf(runtime).start();
    await pumps[0]!.pumpOnce('counted');
    const position = await say(1);
    await until(async () => (await runtime.statusOf('counted')).failure !== undefined);
    expect((await runtime.statusOf('counted')).failure).toEqual({
      cause: 'counted fails at main.agreement-1@0 (WordSaid): no such word',
      stream: 'main.agreement-1',
      position,
      since: expect.any(String),
      attempts: 1,
    });
    isPoisoned = false;
    expect(await runtime.waitFor('counted', position, 5_000)).toBe(true);
    await until(async () => (await runtime.statusOf('counted')).failure === undefined);
    expect(await counted()).toEqual({ 'main.agreement-1': 1 });
  });

  it('tells whoever asked for a run how it ended', async () => {
    const view = new CountingView();
    const runtime = await runtimeOf([view]);
    const pump = pumpOf(runtime);
    await pump.start();
    await say(2);
    await pump.pumpOnce('counted');
    expect(await counted()).toEqual({ 'main.agreement-1': 2 });
    view.apply = () => Promise.reject(new Error('broken'));
    await say(1);
    await expect(pump.pumpOnce('counted')).rejects.toThrow('broken');
    expect(() => pump.wake(['nobody'])).toThrow('there is no view or automation "nobody"');
  });

  it('stops after the batch it is at', async () => {
    const view = new CountingView();
    const apply = view.apply.bind(view);
    view.apply = async (batch, tx) => {
      await sleep(50);
      await apply(batch, tx);
    };
    const runtime = await runtimeOf([view]);
    await runtime.catchUp('counted');
    await say(5_000);
    const pump = pumpOf(runtime);
    await pump.start();
    await until(() => view.batches > 0);
    const began = performance.now();
    await pump.stop();
    expect(performance.now() - began).toBeLessThan(3_000);
    const done = (await counted())['main.agreement-1'] ?? 0;
    expect(done % 500).toBe(0);
    expect(done).toBeLessThan(5_000);
    await sleep(100);
    expect(await counted()).toEqual({ 'main.agreement-1': done });
  });
});

describe('the lag', () => {
  it('is the age of the oldest event not yet taken into account', async () => {
    const runtime = await runtimeOf([new CountingView()]);
    await append(store, { recordedAt: new Date(Date.now() - 60_000).toISOString() });
    const fresh = (await runtime.statusOf('counted')).lagMs;
    expect(fresh).toBeLessThan(30_000);
    await database.pool.query("UPDATE platform.checkpoint SET updated_at = now() - interval '1 hour'");
    const { lagMs } = await runtime.statusOf('counted');
    expect(lagMs).toBeGreaterThanOrEqual(60_000);
    expect(lagMs).toBeLessThan(120_000);
  });
});
