import type { RecordedEvent } from '@entente/event-sourcing';

import { inBatches } from './batches.js';
import { Gate } from './gate.js';

async function* numbered(count: number, onEnd: () => void = () => undefined): AsyncGenerator<RecordedEvent> {
  try {
    for (let index = 0; index < count; index += 1) {
      if (index === 7) throw new Error('seven');
      yield await Promise.resolve({ position: String(index) } as RecordedEvent);
    }
  } finally {
    onEnd();
  }
}

async function sizes(count: number, size: number): Promise<number[]> {
  const found: number[] = [];
  for await (const batch of inBatches(numbered(count), size)) found.push(batch.length);
  return found;
}

describe('batches', () => {
  it.each([
    [0, []],
    [2, [2]],
    [3, [3]],
    [5, [3, 2]],
    [6, [3, 3]],
  ])('of three from %d events', async (count, expected) => {
    expect(await sizes(count, 3)).toEqual(expected);
  });

  it('let go of their source when nobody wants more', async () => {
    let ended = false;
    const source = numbered(5, () => (ended = true));
    for await (const _ of inBatches(source, 2)) break;
    expect(ended).toBe(true);
  });

  it('fail with their source, after what came before', async () => {
    const found: number[] = [];
    const reading = (async () => {
      for await (const batch of inBatches(numbered(9), 3)) found.push(batch.length);
    })();
    await expect(reading).rejects.toThrow('seven');
    expect(found).toEqual([3, 3]);
  });
});

describe('a gate', () => {
  it('lets so many in at a time, in the order of their coming', async () => {
    const gate = new Gate(2);
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    await Promise.all(
      [1, 2, 3, 4, 5].map((visitor) =>
        gate.enter(async () => {
          most = Math.max(most, (inside += 1));
          order.push(visitor);
          await Promise.resolve();
          inside -= 1;
        }),
      ),
    );
    expect(order).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('frees the place of one who failed', async () => {
    const gate = new Gate(1);
    await expect(gate.enter(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.enter(() => Promise.resolve('in'))).toBe('in');
  });
});
