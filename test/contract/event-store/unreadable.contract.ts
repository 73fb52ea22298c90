import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NO_STREAM, UnreadableEvent, type RecordedEvent } from '@entente/event-sourcing';

import { events, idsOf, newStream, type StoreUnderTest } from './store-under-test.js';

export interface StoreToDamage extends StoreUnderTest {
  /** Writes something behind the store's back, as the stream's next entry. */
  writeGarbage(stream: string, revision: number): Promise<void>;
}

/** What every event store with a server must do about entries that are no events of ours. */
export function unreadableContract(title: string, makeStore: () => Promise<StoreToDamage>): void {
  describe(title, () => {
    let subject: StoreToDamage;
    let stream: string;
    let before: string[];
    let after: string[];
    beforeEach(async () => {
      subject = await makeStore();
      stream = newStream(subject.space);
      const [first, second] = [events(stream, 0, 3), events(stream, 4, 2)];
      await subject.store.append(stream, NO_STREAM, first);
      await subject.writeGarbage(stream, 3);
      await subject.store.append(stream, 3, second);
      [before, after] = [first.map(({ id }) => id), second.map(({ id }) => id)];
    });
    afterEach(() => subject.close());

    it('names its place to a reader of the log, who has all before it and can go on behind it', async () => {
      const met = await readUntilMet(subject.store.readAll(undefined));
      expect(idsOf(met.read)).toEqual(before);
      expect(met.error.place).toMatchObject({ stream, revision: 3 });
      const rest = await Array.fromAsync(subject.store.readAll(met.error.place.position));
      expect(idsOf(rest)).toEqual(after);
    });

    it('names its place to a reader of the stream, in both directions', async () => {
      const met = await readUntilMet(subject.store.read(stream));
      expect(idsOf(met.read)).toEqual(before);
      expect(met.error.place).toMatchObject({ stream, revision: 3 });
      expect(idsOf(await Array.fromAsync(subject.store.read(stream, { from: 4 })))).toEqual(after);
      const back = await readUntilMet(subject.store.read(stream, { direction: 'backwards' }));
      expect(idsOf(back.read)).toEqual(after.toReversed());
      expect(back.error.place).toEqual(met.error.place);
    });

    it('names its place to a subscriber, who can go on behind it', async () => {
      const stop = new AbortController();
      const met = await readUntilMet(subject.store.subscribe(undefined, { signal: stop.signal }));
      expect(idsOf(met.read)).toEqual(before);
      const rest: RecordedEvent[] = [];
      const { position } = met.error.place;
      for await (const recorded of subject.store.subscribe(position, { signal: stop.signal })) {
        rest.push(recorded);
        if (rest.length === after.length) break;
      }
      expect(idsOf(rest)).toEqual(after);
    });

    it('is the head of the log when it is the newest entry', async () => {
      await subject.writeGarbage(stream, 6);
      const head = await subject.store.head();
      const { position } = (await readUntilMet(subject.store.read(stream, { from: 6 }))).error.place;
      expect(head).toBe(position);
    });
  });
}

async function readUntilMet(
  entries: AsyncIterable<RecordedEvent>,
): Promise<{ read: RecordedEvent[]; error: UnreadableEvent }> {
  const read: RecordedEvent[] = [];
  try {
    for await (const recorded of entries) read.push(recorded);
  } catch (error) {
    if (error instanceof UnreadableEvent) return { read, error };
    throw error;
  }
  throw new Error('everything could be read');
}
