import { beforeEach, describe, expect, it } from '@jest/globals';
import { NO_STREAM } from '@entente/event-sourcing';

import { event, events, eventsOf, idsOf, newStream, type StoreUnderTest } from './store-under-test.js';

export function appending(subject: () => StoreUnderTest): void {
  const store = () => subject().store;
  let stream: string;
  beforeEach(() => {
    stream = newStream(subject().space);
  });

  const held = async () => eventsOf(await Array.fromAsync(store().read(stream)));

  describe('an append', () => {
    it('answers the last revision and the position of its last event', async () => {
      const first = await store().append(stream, NO_STREAM, events(stream, 0, 3));
      const recorded = await Array.fromAsync(store().read(stream));
      expect(first).toEqual({ outcome: 'appended', revision: 2, position: recorded[2]?.position });
      const second = await store().append(stream, 2, events(stream, 3, 1));
      expect(second).toMatchObject({ outcome: 'appended', revision: 3 });
    });

    it('to a stream that must not exist conflicts when it does', async () => {
      await store().append(stream, NO_STREAM, events(stream, 0, 2));
      const outcome = await store().append(stream, NO_STREAM, events(stream, 0, 1));
      expect(outcome).toEqual({ outcome: 'conflict', actual: 1 });
      expect(await held()).toHaveLength(2);
    });

    it.each([
      ['behind', 1],
      ['ahead of', 7],
    ])('that expects a revision %s the actual one conflicts and writes nothing', async (_, expected) => {
      await store().append(stream, NO_STREAM, events(stream, 0, 4));
      const outcome = await store().append(stream, expected, events(stream, expected + 1, 2));
      expect(outcome).toEqual({ outcome: 'conflict', actual: 3 });
      expect(await held()).toHaveLength(4);
    });

    it('that expects a revision of a stream that is not there conflicts', async () => {
      const outcome = await store().append(stream, 0, events(stream, 1, 1));
      expect(outcome).toEqual({ outcome: 'conflict', actual: NO_STREAM });
      expect(await held()).toEqual([]);
    });

    it('is not touched by what the caller does with the events afterwards', async () => {
      const sent = event(stream, 0, { data: { list: [1] } });
      const before = structuredClone(sent);
      await store().append(stream, NO_STREAM, [sent]);
      (sent.data['list'] as number[]).push(2);
      expect(await held()).toEqual([before]);
    });
  });

  describe('the same events again', () => {
    it('answer duplicate with the place of the first time', async () => {
      const sent = events(stream, 0, 3);
      const { position } = (await store().append(stream, NO_STREAM, sent)) as { position: string };
      expect(await store().append(stream, NO_STREAM, sent)).toEqual({
        outcome: 'duplicate',
        revision: 2,
        position,
      });
      expect(await held()).toEqual(sent);
    });

    it('answer so even after later appends, in the middle of the stream too', async () => {
      const sent = events(stream, 2, 2);
      await store().append(stream, NO_STREAM, events(stream, 0, 2));
      const { position } = (await store().append(stream, 1, sent)) as { position: string };
      await store().append(stream, 3, events(stream, 4, 5));
      expect(await store().append(stream, 1, sent)).toEqual({ outcome: 'duplicate', revision: 3, position });
      expect(await held()).toHaveLength(9);
    });

    it('are known by their ids, not by what they hold', async () => {
      const sent = event(stream, 0);
      await store().append(stream, NO_STREAM, [sent]);
      const other = { ...sent, data: { other: true } };
      expect(await store().append(stream, NO_STREAM, [other])).toMatchObject({ outcome: 'duplicate' });
      expect(await held()).toEqual([sent]);
    });

    it('conflict when more follow than the first time', async () => {
      const sent = events(stream, 0, 2);
      await store().append(stream, NO_STREAM, sent);
      const longer = [...sent, ...events(stream, 2, 1)];
      expect(await store().append(stream, NO_STREAM, longer)).toEqual({ outcome: 'conflict', actual: 1 });
      await store().append(stream, 1, events(stream, 2, 3));
      expect(await store().append(stream, NO_STREAM, longer)).toEqual({ outcome: 'conflict', actual: 4 });
    });

    it('conflict in another order', async () => {
      const [one, other] = events(stream, 0, 2);
      await store().append(stream, NO_STREAM, [one!, other!]);
      const swapped = [
        { ...other!, revision: 0 },
        { ...one!, revision: 1 },
      ];
      expect(await store().append(stream, NO_STREAM, swapped)).toEqual({ outcome: 'conflict', actual: 1 });
    });

    it('may stand in another stream', async () => {
      const sent = event(stream, 0);
      const other = newStream(subject().space);
      await store().append(stream, NO_STREAM, [sent]);
      const outcome = await store().append(other, NO_STREAM, [{ ...sent, stream: other }]);
      expect(outcome).toMatchObject({ outcome: 'appended', revision: 0 });
    });

    it('sent many times at once are recorded once, and every answer names one place', async () => {
      const sent = events(stream, 0, 2);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => store().append(stream, NO_STREAM, sent)),
      );
      expect(answers.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      expect(answers.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(19);
      expect(new Set(answers.map((answer) => JSON.stringify({ ...answer, outcome: '' }))).size).toBe(1);
      expect(await held()).toEqual(sent);
    });
  });

  it('of 64 appends at once to one stream exactly one wins', async () => {
    await store().append(stream, NO_STREAM, events(stream, 0, 1));
    const rivals = Array.from({ length: 64 }, () => events(stream, 1, 2));
    const outcomes = await Promise.all(rivals.map((sent) => store().append(stream, 0, sent)));
    const winners = rivals.filter((_, index) => outcomes[index]?.outcome === 'appended');
    expect(winners).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'conflict')).toEqual(
      Array.from({ length: 63 }, () => ({ outcome: 'conflict', actual: 2 })),
    );
    expect((await held()).slice(1)).toEqual(winners[0]);
  });

  it('appends at once to many streams are each recorded once, in one order that agrees with every stream', async () => {
    const streams = Array.from({ length: 32 }, () => newStream(subject().space));
    const sent = await Promise.all(
      streams.map(async (name) => {
        const batches = [events(name, 0, 2), events(name, 2, 1), events(name, 3, 3)];
        for (const batch of batches) await store().append(name, batch[0]!.revision - 1, batch);
        return batches.flat();
      }),
    );
    const log = await Array.fromAsync(store().readAll(undefined));
    const positions = log.map(({ position }) => position);
    expect(idsOf(log).toSorted()).toEqual(sent.flatMap((batch) => batch.map(({ id }) => id)).toSorted());
    expect(positions).toEqual(positions.toSorted());
    expect(new Set(positions).size).toBe(positions.length);
    for (const [index, name] of streams.entries()) {
      expect(eventsOf(log).filter((entry) => entry.stream === name)).toEqual(sent[index]);
    }
  });
}
