import { UnknownEvent, type EventEnvelope } from '@entente/event-sourcing';
import { jest } from '@jest/globals';

import { ConsumerStage } from './support/consumer-stage.js';
import { Choosy, Historian } from './support/failing-views.js';
import { appendEntry, CountingView } from './support/log-of-words.js';

jest.setTimeout(30_000);

const stage = new ConsumerStage();

const poison = { poison: true };
const [A, B] = ['main.agreement-a', 'main.agreement-b'];

describe('an entry of several events', () => {
  const word = { id: 'a' };

  it('is left out whole when one of them fails, also by a retry and a rebuild', async () => {
    const view = new Choosy();
    const runtime = await stage.runtimeOf([view]);
    await stage.say(2, 'a');
    await appendEntry(stage.store, [word, word, { ...word, data: poison }, word]);
    await stage.say(1, 'b');
    await runtime.catchUp('counted');
    for (const again of [() => runtime.retry(), () => runtime.rebuild('counted'), undefined]) {
      expect(await stage.counted()).toEqual({ [A]: 2, [B]: 1 });
      expect(await runtime.parked()).toMatchObject([{ stream: A, revision: 2, reason: 'failed' }]);
      await again?.();
    }
    view.isPoisoned = false;
    await runtime.retry();
    expect(await stage.counted()).toEqual({ [A]: 6, [B]: 1 });
  });

  it('is never seen by halves, wherever a batch ends', async () => {
    const view = new CountingView();
    const batches: number[] = [];
    view.onApplied = ({ length }) => void batches.push(length);
    const runtime = await stage.runtimeOf([view]);
    await runtime.catchUp('counted');
    await stage.say(499, 'b');
    await appendEntry(stage.store, [word, word, word]);
    await stage.say(1, 'a');
    await runtime.catchUp('counted');
    expect(batches).toEqual([502, 1]);
  });

  it('is left out whole when one of them is unknown', async () => {
    const upcast = (event: EventEnvelope): EventEnvelope => {
      if (event.type === 'Sung') throw new UnknownEvent(event, undefined);
      return event;
    };
    for (const view of [new CountingView(), new Historian()]) {
      await stage.begin();
      const runtime = await stage.runtimeOf([view], [], { upcast });
      await runtime.catchUp('counted');
      await stage.say(2, 'a');
      await appendEntry(stage.store, [word, { ...word, type: 'Sung' }, word]);
      await stage.say(1, 'b');
      await runtime.catchUp('counted');
      expect(await stage.counted()).toEqual({ [A]: 2, [B]: 1 });
      expect(await runtime.parked()).toMatchObject([
        { stream: A, revision: 2, eventType: 'Sung', reason: 'unknown-event' },
      ]);
    }
  });
});
