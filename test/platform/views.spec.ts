import type { RecordedEvent } from '@entente/event-sourcing';
import { ConsumerRuntime, type AnyTransaction } from '@entente/platform';
import { jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';

import { ConsumerStage } from './support/consumer-stage.js';
import { append, CountingView } from './support/log-of-words.js';

jest.setTimeout(30_000);

const stage = new ConsumerStage();

describe('a view', () => {
  it('takes every event of its categories into account once, and is then at the end of the log', async () => {
    const runtime = await stage.runtimeOf([new CountingView()]);
    await stage.say(1_203, 'a');
    await append(stage.store, { category: 'person' });
    await append(stage.store, { space: 'demo', id: 'b' });
    const last = await append(stage.store, { category: 'person' });
    await runtime.catchUp('counted');
    expect(await stage.counted()).toEqual({ 'main.agreement-a': 1_203, 'demo.agreement-b': 1 });
    expect(await runtime.statusOf('counted')).toEqual({
      name: 'counted',
      kind: 'view',
      version: 1,
      position: last,
      lagMs: 0,
      lagEvents: 0,
      parked: 0,
    });
  });

  it('goes on where it was', async () => {
    const view = new CountingView();
    const runtime = await stage.runtimeOf([view]);
    await stage.say(3);
    await runtime.catchUp('counted');
    await runtime.catchUp('counted');
    expect(view.batches).toBe(1);
    await stage.say(2);
    await runtime.catchUp('counted');
    expect(await stage.counted()).toEqual({ 'main.agreement-1': 5 });
  });

  it('counts each event once when four workers work on it while it grows', async () => {
    const runtimes = await Promise.all([1, 2, 3, 4].map(() => stage.runtimeOf([new CountingView()])));
    await runtimes[0]!.catchUp('counted');
    const writer = (async () => {
      for (let round = 0; round < 40; round += 1) {
        await stage.say(25, String(round % 3));
        await sleep(1);
      }
    })();
    const workers = runtimes.map(async (runtime) => {
      for (let round = 0; round < 20; round += 1) await runtime.catchUp('counted');
    });
    await Promise.all([writer, ...workers]);
    await runtimes[1]!.catchUp('counted');
    expect(await stage.counted()).toEqual({
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
    const runtime = await stage.runtimeOf([new Dying()]);
    await stage.database.pool.query("UPDATE platform.checkpoint SET version = 1 WHERE name = 'counted'");
    await stage.say(10);
    await expect(runtime.catchUp('counted')).rejects.toThrow();
    expect(await stage.counted()).toEqual({});
    expect((await runtime.statusOf('counted')).position).toBeUndefined();
    await runtime.catchUp('counted');
    expect(await stage.counted()).toEqual({ 'main.agreement-1': 10 });
  });

  it('is told apart by name', async () => {
    expect(
      () =>
        new ConsumerRuntime({
          database: stage.database,
          store: stage.store,
          views: [new CountingView(), new CountingView()],
        }),
    ).toThrow('two have the same name');
    const runtime = await stage.runtimeOf([new CountingView()]);
    await expect(runtime.catchUp('nobody')).rejects.toThrow('there is no view or automation "nobody"');
  });
});

describe('one stream’s rows', () => {
  it('are made anew without touching the others', async () => {
    const runtime = await stage.runtimeOf([new CountingView()]);
    await stage.say(5, 'a');
    await stage.say(2, 'b');
    await runtime.catchUp('counted');
    await stage.database.pool.query('UPDATE words.counted SET events = 99');
    await stage.say(1, 'a');
    await runtime.projectAnew('counted', 'main.agreement-a');
    expect(await stage.counted()).toEqual({ 'main.agreement-a': 5, 'main.agreement-b': 99 });
    await runtime.catchUp('counted');
    expect((await stage.counted())['main.agreement-a']).toBe(6);
  });
});

describe('the lag', () => {
  it('is the age of the oldest event not yet taken into account', async () => {
    const runtime = await stage.runtimeOf([new CountingView()]);
    await append(stage.store, { recordedAt: new Date(Date.now() - 60_000).toISOString() });
    const fresh = (await runtime.statusOf('counted')).lagMs;
    expect(fresh).toBeLessThan(30_000);
    await stage.database.pool.query("UPDATE platform.checkpoint SET updated_at = now() - interval '1 hour'");
    const { lagMs } = await runtime.statusOf('counted');
    expect(lagMs).toBeGreaterThanOrEqual(60_000);
    expect(lagMs).toBeLessThan(120_000);
  });

  it('is so many events at most: those of the log from the first of its own on', async () => {
    const runtime = await stage.runtimeOf([new CountingView()]);
    await stage.say(2);
    await runtime.catchUp('counted');
    await append(stage.store, { category: 'person' });
    expect(await runtime.statusOf('counted')).toMatchObject({ lagMs: 0, lagEvents: 0 });
    await stage.say(1);
    await append(stage.store, { category: 'person' });
    await stage.say(1);
    expect((await runtime.statusOf('counted')).lagEvents).toBe(3);
    Object.assign(stage.store, { eventsBetween: undefined });
    expect(await runtime.statusOf('counted')).not.toHaveProperty('lagEvents');
  });
});
