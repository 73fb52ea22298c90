import { TryAgain, type Reactor } from '@entente/platform';
import { jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';

import { ConsumerStage } from './support/consumer-stage.js';
import { append } from './support/log-of-words.js';

jest.setTimeout(30_000);

const stage = new ConsumerStage();

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
    const runtime = await stage.runtimeOf([], [reactor]);
    await stage.say(3);
    await append(stage.store, { category: 'person' });
    await runtime.catchUp(reactor.name);
    await stage.say(1);
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
    const runtimes = await Promise.all([1, 2, 3].map(() => stage.runtimeOf([], [listening({ react })])));
    await stage.say(60);
    await Promise.all(runtimes.map((runtime) => runtime.catchUp('when-said-then-heard')));
    expect(most).toBe(1);
    expect(heard).toEqual(Array.from({ length: 60 }, (_, revision) => revision));
  });

  it('tries the event again at which it was only in the way, and none before it', async () => {
    let failures = 2;
    const heard: number[] = [];
    const reactor = listening({
      react: ({ event }) => {
        if (event.revision === 2 && (failures -= 1) >= 0) return Promise.reject(new TryAgain('not now'));
        heard.push(event.revision);
        return Promise.resolve();
      },
    });
    const runtime = await stage.runtimeOf([], [reactor]);
    await stage.say(4);
    await expect(runtime.catchUp(reactor.name)).rejects.toThrow('not now');
    await expect(runtime.catchUp(reactor.name)).rejects.toThrow('not now');
    await runtime.catchUp(reactor.name);
    expect(heard).toEqual([0, 1, 2, 3]);
    expect(await runtime.parked()).toEqual([]);
  });

  it('is given many at once where it can take them, and one by one when that failed', async () => {
    const together: number[] = [];
    const reactor = listening({
      reactToAll: (events) => {
        together.push(events.length);
        return together.length === 1 ? Promise.resolve() : Promise.reject(new Error('not all of them'));
      },
    });
    const runtime = await stage.runtimeOf([], [reactor]);
    await stage.say(5);
    await runtime.catchUp(reactor.name);
    expect([together, reactor.heard]).toEqual([[5], []]);
    await stage.say(2);
    await runtime.catchUp(reactor.name);
    expect(together).toEqual([5, 2]);
    expect(reactor.heard).toEqual(['main.agreement-1@5', 'main.agreement-1@6']);
    expect(await runtime.parked()).toEqual([]);
  });

  it('may begin at the end of a log that is older than it', async () => {
    await stage.say(5);
    const reactor = listening({ startsAt: 'end' });
    const runtime = await stage.runtimeOf([], [reactor]);
    await stage.say(1);
    await runtime.catchUp(reactor.name);
    expect(reactor.heard).toEqual(['main.agreement-1@5']);
  });
});
