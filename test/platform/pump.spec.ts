import { TryAgain } from '@entente/platform';
import { jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';

import { ConsumerStage, until } from './support/consumer-stage.js';
import { append, CountingView } from './support/log-of-words.js';

jest.setTimeout(30_000);

const stage = new ConsumerStage();

describe('waiting for a position', () => {
  it('ends as soon as the view is there', async () => {
    const runtime = await stage.runtimeOf([new CountingView()]);
    await stage.startPump(runtime);
    const position = await stage.say(3);
    expect(await runtime.waitFor('counted', position, 5_000)).toBe(true);
    expect(await stage.counted()).toEqual({ 'main.agreement-1': 3 });
  });

  it('ends when another process has moved the view', async () => {
    const [here, elsewhere] = await Promise.all([
      stage.runtimeOf([new CountingView()]),
      stage.runtimeOf([new CountingView()]),
    ]);
    const position = await stage.say(3);
    const waiting = here.waitFor('counted', position, 5_000);
    await elsewhere.catchUp('counted');
    expect(await waiting).toBe(true);
  });

  it('ends in time when nobody works', async () => {
    const runtime = await stage.runtimeOf([new CountingView()]);
    const position = await stage.say(1);
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
    const runtime = await stage.runtimeOf([view]);
    const pump = await stage.startPump(runtime);
    for (let round = 1; round <= 50; round += 1) {
      // The second event is appended, and told of, while the first one's transaction is open.
      during = async () => {
        await stage.say(1);
        pump.wake(['counted']);
      };
      const position = await stage.say(1);
      const next = String(Number(position) + 1).padStart(20, '0');
      expect(await runtime.waitFor('counted', next, 2_000)).toBe(true);
      expect(await stage.counted()).toEqual({ 'main.agreement-1': 2 * round });
    }
  }, 60_000);

  it('goes on where the database has the view, wherever it was left', async () => {
    const runtime = await stage.runtimeOf([new CountingView()]);
    await stage.startPump(runtime);
    await runtime.waitFor('counted', await stage.say(3), 5_000);
    // As after a crash of the server, which may lose the last commits of views.
    await stage.database.pool.query(
      'UPDATE platform.checkpoint SET position = NULL; DELETE FROM words.counted',
    );
    await stage.say(1);
    await until(async () => (await stage.counted())['main.agreement-1'] === 4);
    expect(await runtime.statusOf('counted')).toMatchObject({ position: await stage.store.head() });
  });

  it('brings consumers of other categories to the end of the log too', async () => {
    const runtime = await stage.runtimeOf([new CountingView()]);
    const pump = await stage.startPump(runtime);
    await pump.pumpOnce('counted');
    const position = await append(stage.store, { category: 'person' });
    expect(await runtime.waitFor('counted', position, 2_000)).toBe(true);
  });

  it('shows what stops all of a consumer, tries again, and forgets it when it is over', async () => {
    const view = new CountingView();
    const apply = view.apply.bind(view);
    let isBroken = true;
    const broken = Object.assign(new Error('relation "words.counted" does not exist'), { code: '42P01' });
    view.apply = (batch, tx) => (isBroken ? Promise.reject(broken) : apply(batch, tx));
    const runtime = await stage.runtimeOf([view]);
    const pump = await stage.startPump(runtime);
    await pump.pumpOnce('counted');
    const position = await stage.say(1);
    await until(async () => (await runtime.statusOf('counted')).failure !== undefined);
    expect((await runtime.statusOf('counted')).failure).toEqual({
      cause: 'relation "words.counted" does not exist',
      since: expect.any(String),
      attempts: 1,
    });
    expect(await runtime.parked()).toEqual([]);
    isBroken = false;
    expect(await runtime.waitFor('counted', position, 5_000)).toBe(true);
    await until(async () => (await runtime.statusOf('counted')).failure === undefined);
    expect(await stage.counted()).toEqual({ 'main.agreement-1': 1 });
  });

  it('tells whoever asked for a run how it ended', async () => {
    const view = new CountingView();
    const runtime = await stage.runtimeOf([view]);
    const pump = await stage.startPump(runtime);
    await stage.say(2);
    await pump.pumpOnce('counted');
    expect(await stage.counted()).toEqual({ 'main.agreement-1': 2 });
    view.apply = () => Promise.reject(new TryAgain('broken'));
    await stage.say(1);
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
    const runtime = await stage.runtimeOf([view]);
    await runtime.catchUp('counted');
    await stage.say(5_000);
    const pump = await stage.startPump(runtime);
    await until(() => view.batches > 0);
    const began = performance.now();
    await pump.stop();
    expect(performance.now() - began).toBeLessThan(3_000);
    const done = (await stage.counted())['main.agreement-1'] ?? 0;
    expect(done % 500).toBe(0);
    expect(done).toBeLessThan(5_000);
    await sleep(100);
    expect(await stage.counted()).toEqual({ 'main.agreement-1': done });
  });
});
