import {
  UnknownEvent,
  UnreadableEvent,
  type EventEnvelope,
  type RecordedEvent,
} from '@entente/event-sourcing';
import type { Reactor } from '@entente/platform';
import { jest } from '@jest/globals';

import { ConsumerStage, until } from './support/consumer-stage.js';
import { Choosy, Historian } from './support/failing-views.js';
import { append, CountingView } from './support/log-of-words.js';

jest.setTimeout(30_000);

const stage = new ConsumerStage();

const poison = { poison: true };
const [A, B] = ['main.agreement-a', 'main.agreement-b'];

describe('an event that a view fails at', () => {
  it('parks its stream from there on, in the same transaction, and the others go on', async () => {
    const view = new Choosy();
    const runtime = await stage.runtimeOf([view]);
    await runtime.catchUp('counted');
    await stage.say(3, 'a');
    await stage.say(200, 'b');
    const position = await append(stage.store, { id: 'a', data: poison });
    await stage.say(200, 'b');
    const last = await stage.say(2, 'a');
    await runtime.catchUp('counted');
    expect(await stage.counted()).toEqual({ [A]: 3, [B]: 400 });
    expect(await runtime.parked()).toEqual([
      {
        consumer: 'counted',
        stream: A,
        fromPosition: position,
        revision: 3,
        eventType: 'WordSaid',
        reason: 'failed',
        cause: 'no such word',
        since: expect.any(String),
        attempts: 1,
      },
    ]);
    expect(await runtime.statusOf('counted')).toMatchObject({ position: last, lagMs: 0, parked: 1 });
    // Found by halves: about twice the batch and a few events more, not one transaction per event.
    expect(view.batches).toBeLessThan(25);

    await stage.say(1, 'a');
    await stage.say(1, 'b');
    await runtime.catchUp('counted');
    expect(await stage.counted()).toEqual({ [A]: 3, [B]: 401 });
  });

  it('is one of several in a batch, each found', async () => {
    const runtime = await stage.runtimeOf([new Choosy()]);
    await runtime.catchUp('counted');
    for (let id = 0; id < 60; id += 1) {
      await append(stage.store, { id: String(id) });
      if (id % 7 === 0) await append(stage.store, { id: String(id), data: poison });
      await append(stage.store, { id: String(id) });
    }
    await runtime.catchUp('counted');
    const counted = Object.entries(await stage.counted());
    expect(counted.filter(([, events]) => events === 1)).toHaveLength(9);
    expect(counted.filter(([, events]) => events === 2)).toHaveLength(51);
    expect(await runtime.parked()).toHaveLength(9);
  });

  it('is tried again once before that, for it may have failed by chance', async () => {
    let failures = 1;
    const view = new Choosy(() => new Error('by chance'));
    const apply = view.apply.bind(view);
    view.apply = async (batch, tx) => {
      view.isPoisoned = (failures -= 1) >= 0;
      await apply(batch, tx);
    };
    const runtime = await stage.runtimeOf([view]);
    await runtime.catchUp('counted');
    await append(stage.store, { id: 'a', data: poison });
    await runtime.catchUp('counted');
    expect(await stage.counted()).toEqual({ [A]: 1 });
    expect(await runtime.parked()).toEqual([]);
  });

  it.each(['40001', '40P01', '53100', '55P03', '57P01', '42P01', 'ENOSPC'])(
    'is not to blame for %s',
    async (code) => {
      const runtime = await stage.runtimeOf([
        new Choosy(() => Object.assign(new Error('not its fault'), { code })),
      ]);
      await runtime.catchUp('counted');
      await append(stage.store, { id: 'a', data: poison });
      await expect(runtime.catchUp('counted')).rejects.toThrow('not its fault');
      expect(await runtime.parked()).toEqual([]);
      expect(await stage.counted()).toEqual({});
    },
  );

  it('leaves the rows of a rebuild where it left those before', async () => {
    const runtime = await stage.runtimeOf([new Choosy()]);
    await stage.say(3, 'a');
    await append(stage.store, { id: 'a', data: poison });
    await stage.say(2, 'b');
    await stage.say(1, 'a');
    await runtime.catchUp('counted');
    await runtime.rebuild('counted');
    expect(await stage.counted()).toEqual({ [A]: 3, [B]: 2 });
    expect(await runtime.parked()).toMatchObject([{ stream: A, revision: 3 }]);
    expect((await runtime.statusOf('counted')).parked).toBe(1);
  });

  it('is parked by one of two workers, and by both left out', async () => {
    const runtimes = await Promise.all([1, 2].map(() => stage.runtimeOf([new Choosy()])));
    await runtimes[0]!.catchUp('counted');
    const writing = (async () => {
      for (let round = 0; round < 60; round += 1) {
        const id = String(round % 5);
        await append(stage.store, round === 31 ? { id, data: poison } : { id });
        await stage.say(20, 'b');
      }
    })();
    const working = runtimes.map(async (runtime) => {
      for (let round = 0; round < 15; round += 1) await runtime.catchUp('counted');
    });
    await Promise.all([writing, ...working]);
    await runtimes[1]!.catchUp('counted');
    const left = Object.fromEntries([0, 2, 3, 4].map((id) => [`main.agreement-${id}`, 12]));
    expect(await stage.counted()).toEqual({ ...left, 'main.agreement-1': 6, [B]: 1_200 });
    expect(await runtimes[0]!.parked()).toMatchObject([{ stream: 'main.agreement-1', attempts: 1 }]);
  });
});

describe('an entry that cannot be read', () => {
  const failing = (error: Error) => (): never => {
    throw error;
  };

  it('parks its stream by name when its type or version is unknown', async () => {
    let knows = false;
    const upcast: Parameters<typeof stage.runtimeOf>[2] = {
      upcast: (event) => {
        if (event.type === 'Sung' && !knows) throw new UnknownEvent(event, undefined);
        return event;
      },
    };
    const runtime = await stage.runtimeOf([new CountingView()], [], upcast);
    await stage.say(2, 'a');
    await append(stage.store, { id: 'a', type: 'Sung' });
    await stage.say(1, 'a');
    await stage.say(1, 'b');
    await runtime.catchUp('counted');
    expect(await stage.counted()).toEqual({ [A]: 2, [B]: 1 });
    expect(await runtime.parked()).toMatchObject([
      { stream: A, revision: 2, eventType: 'Sung', reason: 'unknown-event' },
    ]);
    knows = true;
    expect(await runtime.retry()).toEqual([{ consumer: 'counted', stream: A }]);
    expect(await stage.counted()).toEqual({ [A]: 4, [B]: 1 });
  });

  it('parks its stream by name when it is damaged, and what stands behind it is read', async () => {
    const runtime = await stage.runtimeOf([new CountingView()]);
    await stage.say(1, 'a');
    const position = await stage.say(1, 'a');
    await stage.say(1, 'b');
    const place = { stream: A, revision: 1, position };
    const readAll = stage.store.readAll.bind(stage.store);
    stage.store.readAll = async function* (after, filter) {
      for await (const recorded of readAll(after, filter)) {
        if (recorded.position === position) failing(new UnreadableEvent('no event of ours', place))();
        yield recorded;
      }
    };
    await runtime.catchUp('counted');
    expect(await stage.counted()).toEqual({ [A]: 1, [B]: 1 });
    expect(await runtime.parked()).toMatchObject([
      { ...{ stream: A, fromPosition: position }, reason: 'unreadable-event', cause: 'no event of ours' },
    ]);
    expect((await runtime.parked())[0]?.eventType).toBeUndefined();
  });
});

describe('a retry', () => {
  it('projects the stream anew up to where the view is, and goes on from there', async () => {
    const view = new Choosy();
    const runtime = await stage.runtimeOf([view]);
    await stage.say(3, 'a');
    await append(stage.store, { id: 'a', data: poison });
    await stage.say(2, 'a');
    await runtime.catchUp('counted');
    const beyond = await stage.say(1, 'a');
    view.isPoisoned = false;
    expect(await runtime.retry({ consumer: 'counted', stream: A })).toEqual([
      { consumer: 'counted', stream: A },
    ]);
    expect(await stage.counted()).toEqual({ [A]: 6 });
    expect(await runtime.statusOf('counted')).toMatchObject({ parked: 0 });
    await runtime.catchUp('counted');
    expect(await stage.counted()).toEqual({ [A]: 7 });
    expect((await runtime.statusOf('counted')).position).toBe(beyond);
  });

  it('that fails leaves the rows up to the event that fails now, with the new cause', async () => {
    const causes = ['first', 'first', 'then'];
    const view = new Choosy(() => new Error(causes.shift() ?? 'later'));
    const runtime = await stage.runtimeOf([view]);
    await runtime.catchUp('counted');
    await stage.say(2, 'a');
    await append(stage.store, { id: 'a', data: poison });
    await runtime.catchUp('counted');
    const [before] = await runtime.parked();
    expect(await runtime.retry({ stream: A })).toEqual([
      { consumer: 'counted', stream: A, cause: expect.any(String) },
    ]);
    const [after] = await runtime.parked();
    expect(after).toMatchObject({ attempts: 2, since: before?.since, cause: 'later', revision: 2 });
    expect(await stage.counted()).toEqual({ [A]: 2 });
  });

  it('that fails keeps what stands before the parked place, also of a view that reads whole streams', async () => {
    const upcast = (event: EventEnvelope): EventEnvelope => {
      if (event.type === 'WordSung') throw new UnknownEvent(event, undefined);
      return event;
    };
    const runtime = await stage.runtimeOf([new Historian()], [], { upcast });
    await stage.say(3, 'a');
    await append(stage.store, { id: 'a', type: 'WordSung' });
    await stage.say(2, 'a');
    await runtime.catchUp('counted');
    await stage.say(1, 'a');
    await runtime.catchUp('counted');
    expect(await stage.counted()).toEqual({ [A]: 3 });
    await runtime.retry({ stream: A });
    expect(await stage.counted()).toEqual({ [A]: 3 });
    expect(await runtime.parked()).toMatchObject([{ revision: 3, attempts: 2 }]);
  });

  it('of what is due leaves the rest for later', async () => {
    const runtime = await stage.runtimeOf([new Choosy()]);
    await append(stage.store, { id: 'a', data: poison });
    await append(stage.store, { id: 'b', data: poison });
    await runtime.catchUp('counted');
    expect(await runtime.retry({ due: true })).toEqual([]);
    await stage.database.pool.query(
      "UPDATE platform.parked SET tried_at = now() - interval '61 seconds' WHERE stream = $1",
      [A],
    );
    expect(await runtime.retry({ due: true })).toMatchObject([{ stream: A }]);
    expect(await runtime.retry({ due: true })).toEqual([]);
  });
});

describe('an event that an automation fails at', () => {
  function listener(): Reactor & { heard: string[]; isPoisoned: boolean } {
    const reactor = {
      name: 'when-said-then-heard',
      categories: ['agreement'],
      heard: [] as string[],
      isPoisoned: true,
      react({ event }: RecordedEvent): Promise<void> {
        if (reactor.isPoisoned && event.data['poison'] === true) return Promise.reject(new Error('refused'));
        reactor.heard.push(`${event.stream.slice(-1)}${event.revision}`);
        return Promise.resolve();
      },
    };
    return reactor;
  }

  it('lets its stream wait in order, others go on, and a retry makes up for it', async () => {
    const reactor = listener();
    const runtime = await stage.runtimeOf([], [reactor]);
    await stage.say(1, 'a');
    await append(stage.store, { id: 'a', data: poison });
    await stage.say(1, 'b');
    await stage.say(1, 'a');
    await runtime.catchUp(reactor.name);
    expect(reactor.heard).toEqual(['a0', 'b0']);
    expect(await runtime.parked()).toMatchObject([{ consumer: reactor.name, stream: A, cause: 'refused' }]);
    expect(await runtime.retry()).toMatchObject([{ cause: 'refused' }]);
    expect(await runtime.parked()).toMatchObject([{ attempts: 2, revision: 1 }]);
    await stage.say(1, 'a');
    await runtime.catchUp(reactor.name);
    expect(reactor.heard).toEqual(['a0', 'b0']);
    reactor.isPoisoned = false;
    expect(await runtime.retry({ consumer: reactor.name })).toEqual([{ consumer: reactor.name, stream: A }]);
    expect(reactor.heard).toEqual(['a0', 'b0', 'a1', 'a2', 'a3']);
    await stage.say(1, 'a');
    await runtime.catchUp(reactor.name);
    expect(reactor.heard.at(-1)).toBe('a4');
    expect(await runtime.statusOf(reactor.name)).toMatchObject({ parked: 0 });
  });
});

describe('whoever waits for a stream', () => {
  it('is told whether it is there, not yet there, or parked', async () => {
    const view = new Choosy();
    const runtime = await stage.runtimeOf([view]);
    const before = await stage.say(1, 'a');
    expect(await runtime.waitForStream('counted', A, before, 20)).toBe('not-yet');
    const after = await append(stage.store, { id: 'a', data: poison });
    await stage.startPump(runtime);
    expect(await runtime.waitForStream('counted', A, after, 5_000)).toBe('parked');
    expect(await runtime.waitForStream('counted', A, before, 5_000)).toBe('reached');
    expect(await runtime.waitForStream('counted', B, after, 5_000)).toBe('reached');
  });
});

describe('the start of a pump', () => {
  it('retries once what an earlier build parked', async () => {
    const view = new Choosy();
    const earlier = await stage.runtimeOf([view]);
    await append(stage.store, { id: 'a', data: poison });
    await earlier.catchUp('counted');
    expect(await earlier.parked()).toHaveLength(1);
    const build = await stage.runtimeOf([new CountingView()]);
    await stage.startPump(build);
    await until(async () => (await build.parked()).length === 0);
    expect(await stage.counted()).toEqual({ [A]: 1 });
  });
});
