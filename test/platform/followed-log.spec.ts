import { InMemoryEventStore } from '@entente/event-sourcing';
import { ConsumerPump, ConsumerRuntime, silentLog, StartRefused, type Reactor } from '@entente/platform';
import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import { ConsumerStage, until } from './support/consumer-stage.js';
import { append, CountingView } from './support/log-of-words.js';

jest.setTimeout(30_000);

const stage = new ConsumerStage();

const heard: string[] = [];
const reactor: Reactor = {
  name: 'when-said-then-heard',
  categories: ['agreement'],
  react: ({ event }) => {
    heard.push(`${event.stream.slice(-1)}${event.revision}`);
    return Promise.resolve();
  },
};

function following(store: InMemoryEventStore): ConsumerRuntime {
  const { database } = stage;
  return new ConsumerRuntime({ database, store, views: [new CountingView()], reactors: [reactor] });
}

async function logOf(identity: string, id: string, events: number): Promise<InMemoryEventStore> {
  const store = new InMemoryEventStore(identity);
  for (let time = 0; time < events; time += 1) await append(store, { id });
  return store;
}

async function caughtUp(runtime: ConsumerRuntime): Promise<void> {
  heard.length = 0;
  for (const name of [...runtime.names, ...runtime.reactorNames]) await runtime.catchUp(name);
}

describe('a database whose views were made from another log', () => {
  it('refuses the start, until that log is adopted: then all is made anew from it', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const first = following(await logOf(one, 'a', 3));
    await first.register();
    await caughtUp(first);
    expect(heard).toEqual(['a0', 'a1', 'a2']);
    const second = following(await logOf(other, 'b', 5));
    await expect(second.register()).rejects.toThrow(StartRefused);
    await expect(second.register()).rejects.toThrow(
      `The views of this database were made from another log (${one}) than the one opened here (${other}): correct EVENT_STORE_URL or DATABASE_URL, or make the views anew from this log with "entente rebuild --all --adopt-log".`,
    );
    expect(await stage.counted()).toEqual({ 'main.agreement-a': 3 });
    await second.adoptLog();
    expect(await stage.counted()).toEqual({});
    await second.register();
    await caughtUp(second);
    expect(await stage.counted()).toEqual({ 'main.agreement-b': 5 });
    expect(heard).toEqual(['b0', 'b1', 'b2', 'b3', 'b4']);
    await expect(first.register()).rejects.toThrow(StartRefused);
  });
});

describe('a rebuild that was stopped', () => {
  it('shows in the status, and is forgotten with the log it read', async () => {
    const first = following(await logOf(randomUUID(), 'a', 3));
    await first.register();
    await caughtUp(first);
    await expect(first.rebuild('counted', undefined, AbortSignal.abort())).rejects.toThrow();
    const since = expect.any(String) as string;
    const rebuild = { version: 1, events: 0, since };
    expect((await first.status())[0]).toMatchObject({ name: 'counted', rebuild });
    const other = following(await logOf(randomUUID(), 'b', 2));
    await other.adoptLog();
    expect((await other.status())[0]).not.toHaveProperty('rebuild');
    expect(await other.rebuild('counted')).toMatchObject({ events: 2, verdict: 'replaced' });
    expect(await stage.counted()).toEqual({ 'main.agreement-b': 2 });
  });
});

describe('a log that ends before a checkpoint', () => {
  it('refuses the start, until it is adopted: what it has lost is then in no view', async () => {
    const identity = randomUUID();
    const newer = following(await logOf(identity, 'a', 5));
    await newer.register();
    await caughtUp(newer);
    const store = await logOf(identity, 'a', 3);
    const older = following(store);
    await expect(older.register()).rejects.toThrow(
      /^The log ends at 0{19}3, but .* had already reached 0{19}5: restore the newer log, or /u,
    );
    await older.adoptLog();
    await older.register();
    await caughtUp(older);
    expect(await stage.counted()).toEqual({ 'main.agreement-a': 3 });
    expect(heard).toEqual([]);
    await append(store, { id: 'a' });
    await caughtUp(older);
    expect(heard).toEqual(['a3']);
  });

  it('stops a running pump, which says why and goes on when it is put right', async () => {
    const store = await logOf(randomUUID(), 'a', 3);
    const identity = await store.identity();
    const runtime = following(store);
    const pump = new ConsumerPump({ runtime, store, log: silentLog, pollMs: 20 });
    await pump.start();
    try {
      expect(await runtime.waitFor('counted', (await store.head())!, 5_000)).toBe(true);
      store.identity = () => Promise.resolve(randomUUID());
      const failure = async () => (await runtime.statusOf('counted')).failure?.cause;
      await until(async () => (await failure())?.includes('made from another log') === true);
      await expect(pump.pumpOnce('counted')).rejects.toThrow(StartRefused);
      const position = await append(store, { id: 'a' });
      expect(await runtime.waitFor('counted', position, 100)).toBe(false);
      store.identity = () => Promise.resolve(identity);
      expect(await runtime.waitFor('counted', position, 5_000)).toBe(true);
      await until(async () => (await failure()) === undefined);
    } finally {
      await pump.stop();
    }
  });

  it('stops whoever meets it while running, and no row changes', async () => {
    const store = await logOf(randomUUID(), 'a', 5);
    const runtime = following(store);
    await runtime.register();
    await caughtUp(runtime);
    store.head = () => Promise.resolve('00000000000000000003');
    await expect(runtime.catchUp('counted')).rejects.toThrow(
      'counted is at 00000000000000000005, beyond the end of the log at 00000000000000000003',
    );
    await expect(runtime.catchUp(reactor.name)).rejects.toThrow('beyond the end of the log');
    expect(await stage.counted()).toEqual({ 'main.agreement-a': 5 });
  });
});
