import type { RecordedEvent } from './envelope.js';
import { UnreadableEvent } from './event-store.js';
import { readableEvents } from './readable-events.js';

/** Five entries, of which the second and the last are no events. */
const store = {
  async *readAll(after: string | undefined): AsyncGenerator<RecordedEvent> {
    for (const position of ['1', '2', '3', '4', '5'].filter((one) => one > (after ?? ''))) {
      if (position === '2' || position === '5')
        throw new UnreadableEvent('no event of ours', { stream: 'main.person-1', revision: 0, position });
      yield await Promise.resolve({ position } as RecordedEvent);
    }
  },
};

describe('what can be read of a log', () => {
  it.each([
    [undefined, '134'],
    ['1', '34'],
    ['2', '34'],
    ['4', ''],
  ])('after %s is %s', async (after, expected) => {
    const read = await Array.fromAsync(readableEvents(store, after));
    expect(read.map(({ position }) => position).join('')).toBe(expected);
  });

  it('is not known while the log is away', async () => {
    const away = {
      readAll: (): AsyncIterable<RecordedEvent> => {
        throw new Error('away');
      },
    };
    await expect(Array.fromAsync(readableEvents(away, undefined))).rejects.toThrow('away');
  });
});
