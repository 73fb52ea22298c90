import { describe, expect, it } from '@jest/globals';
import { NO_STREAM } from '@entente/event-sourcing';

import { events, idsOf, newStream, positionsOf, type StoreUnderTest } from './store-under-test.js';

export function reading(subject: () => StoreUnderTest): void {
  const store = () => subject().store;
  const stream = (category?: string) => newStream(subject().space, category);

  async function revisions(name: string, options: Parameters<StoreUnderTest['store']['read']>[1]) {
    return (await Array.fromAsync(store().read(name, options))).map(({ event }) => event.revision);
  }

  describe('a stream', () => {
    it('that does not exist yields nothing, in either direction', async () => {
      expect(await revisions(stream(), {})).toEqual([]);
      expect(await revisions(stream(), { direction: 'backwards' })).toEqual([]);
    });

    it('is read in both directions, from a revision on, and no further than the limit', async () => {
      const name = stream();
      await store().append(name, NO_STREAM, events(name, 0, 6));
      expect(await revisions(name, {})).toEqual([0, 1, 2, 3, 4, 5]);
      expect(await revisions(name, { from: 4 })).toEqual([4, 5]);
      expect(await revisions(name, { from: 1, limit: 2 })).toEqual([1, 2]);
      expect(await revisions(name, { direction: 'backwards' })).toEqual([5, 4, 3, 2, 1, 0]);
      expect(await revisions(name, { direction: 'backwards', limit: 1 })).toEqual([5]);
      expect(await revisions(name, { direction: 'backwards', from: 2 })).toEqual([2, 1, 0]);
      expect(await revisions(name, { limit: 0 })).toEqual([]);
    });

    it('has nothing beyond its end, and all of itself before it', async () => {
      const name = stream();
      await store().append(name, NO_STREAM, events(name, 0, 3));
      expect(await revisions(name, { from: 3 })).toEqual([]);
      expect(await revisions(name, { from: 99 })).toEqual([]);
      expect(await revisions(name, { direction: 'backwards', from: 99 })).toEqual([2, 1, 0]);
    });

    it('of more events than are fetched at a time is read whole', async () => {
      const name = stream();
      for (let first = 0; first < 1_100; first += 550) {
        await store().append(name, first - 1, events(name, first, 550));
      }
      const all = Array.from({ length: 1_100 }, (_, revision) => revision);
      expect(await revisions(name, {})).toEqual(all);
      expect(await revisions(name, { direction: 'backwards' })).toEqual(all.toReversed());
      expect(await revisions(name, { from: 100, limit: 700 })).toEqual(all.slice(100, 800));
      expect((await Array.fromAsync(store().readAll(undefined))).map(({ event }) => event.revision)).toEqual(
        all,
      );
    });

    it('can be left before its end', async () => {
      const name = stream();
      await store().append(name, NO_STREAM, events(name, 0, 3));
      for await (const { event } of store().read(name)) {
        expect(event.revision).toBe(0);
        break;
      }
    });

    it('names the same positions as the log', async () => {
      const name = stream();
      await store().append(name, NO_STREAM, events(name, 0, 3));
      expect(positionsOf(await Array.fromAsync(store().read(name)))).toEqual(
        positionsOf(await Array.fromAsync(store().readAll(undefined))),
      );
    });
  });

  describe('the log', () => {
    it('is empty and has no head at first', async () => {
      expect(await store().head()).toBeUndefined();
      expect(await Array.fromAsync(store().readAll(undefined))).toEqual([]);
    });

    it('has the position of its newest event as head', async () => {
      const name = stream();
      const outcome = await store().append(name, NO_STREAM, events(name, 0, 3));
      expect(outcome).toMatchObject({ position: await store().head() });
      const other = stream();
      expect(await store().append(other, NO_STREAM, events(other, 0, 1))).toMatchObject({
        position: await store().head(),
      });
    });

    it('goes on exactly after any of its positions', async () => {
      const [one, other] = [stream(), stream()];
      await store().append(one, NO_STREAM, events(one, 0, 3));
      await store().append(other, NO_STREAM, events(other, 0, 2));
      await store().append(one, 2, events(one, 3, 2));
      const all = await Array.fromAsync(store().readAll(undefined));
      expect(all).toHaveLength(7);
      for (const [index, { position }] of all.entries()) {
        expect(await Array.fromAsync(store().readAll(position))).toEqual(all.slice(index + 1));
        const counted = store().eventsBetween?.(position, all.at(-1)!.position);
        expect(counted ?? 6 - index).toBe(6 - index);
      }
    });

    it('is read beyond what was heard of it, while somebody follows it too', async () => {
      const end = new AbortController();
      const following = (async () => {
        for await (const { event } of store().subscribe(undefined, { signal: end.signal }))
          expect(event.space).toBe(subject().space);
      })();
      const [one, other] = [stream('agreement'), stream('register')];
      for (let revision = 0; revision < 3; revision += 1) {
        await store().append(one, revision - 1, events(one, revision, 1));
        await store().append(other, 2 * revision - 1, events(other, 2 * revision, 2));
      }
      const all = await Array.fromAsync(store().readAll(undefined));
      const streamPrefixes = [`${subject().space}.register-`];
      for (const [index, { position: known }] of all.entries()) {
        const after = all[index - 3]?.position;
        const rest = all.slice(Math.max(0, index - 2));
        expect(await Array.fromAsync(store().readAll(after, { known }))).toEqual(rest);
        expect(await Array.fromAsync(store().readAll(after, { known, streamPrefixes }))).toEqual(
          rest.filter(({ event }) => event.stream === other),
        );
      }
      end.abort();
      await following;
    });

    it('has positions of one width, which sort as it does', async () => {
      const name = stream();
      await store().append(name, NO_STREAM, events(name, 0, 12));
      const positions = positionsOf(await Array.fromAsync(store().readAll(undefined)));
      expect(new Set(positions.map(({ length }) => length)).size).toBe(1);
      expect(positions).toEqual(positions.toSorted());
    });

    it('is filtered by the beginnings of stream names', async () => {
      const { space } = subject();
      const names = [stream('agreement'), stream('register'), stream('person'), stream('agreements')];
      for (const name of names) await store().append(name, NO_STREAM, events(name, 0, 2));
      const streamsOf = async (...streamPrefixes: string[]) => [
        ...new Set(
          (await Array.fromAsync(store().readAll(undefined, { streamPrefixes }))).map(
            ({ event }) => event.stream,
          ),
        ),
      ];
      expect(await streamsOf(`${space}.agreement-`)).toEqual([names[0]]);
      expect(await streamsOf(`${space}.agreement`)).toEqual([names[0], names[3]]);
      expect(await streamsOf(`${space}.register-`, `${space}.person-`)).toEqual([names[1], names[2]]);
      expect(await streamsOf(`${space}.%`, `${space}_agreement-`)).toEqual([]);
      expect(await streamsOf()).toEqual([]);
    });

    it('goes on exactly after a position under a filter too', async () => {
      const [one, other] = [stream('agreement'), stream('register')];
      for (let revision = 0; revision < 4; revision += 1) {
        await store().append(one, revision - 1, events(one, revision, 1));
        await store().append(other, revision - 1, events(other, revision, 1));
      }
      const filter = { streamPrefixes: [`${subject().space}.register-`] };
      const all = await Array.fromAsync(store().readAll(undefined));
      for (const [index, { position }] of all.entries()) {
        const rest = all.slice(index + 1).filter(({ event }) => event.stream === other);
        expect(idsOf(await Array.fromAsync(store().readAll(position, filter)))).toEqual(idsOf(rest));
      }
    });
  });

  describe('the log stream by stream', () => {
    const byStream = async (
      upTo: string,
      options: Parameters<NonNullable<StoreUnderTest['store']['readByStream']>>[1] = {},
    ) => {
      const groups = await Array.fromAsync(store().readByStream?.(upTo, options) ?? []);
      return [...Map.groupBy(groups.flat(), ({ event }) => event.stream)];
    };
    const isOffered = () => store().readByStream !== undefined;

    it('has each stream whole and once, up to a position', async () => {
      if (!isOffered()) return;
      const names = [stream(), stream(), stream('register'), stream()];
      for (let first = 0; first < 1_200; first += 300) {
        for (const name of names) await store().append(name, first - 1, events(name, first, 300));
      }
      const end = await store().head();
      await store().append(names[0]!, 1_199, events(names[0]!, 1_200, 2));
      const all = await byStream(end!);
      expect(all.map(([name]) => name).toSorted()).toEqual(names.toSorted());
      for (const [name, recorded] of all) {
        expect(recorded).toEqual(await Array.fromAsync(store().read(name, { limit: 1_200 })));
      }
      const groups = await Array.fromAsync(store().readByStream!(end!));
      const firsts = groups.filter((group) => group.some(({ event }) => event.revision === 0));
      expect(firsts).toHaveLength(groups.length);
    });

    it('goes on after any stream, under a filter too', async () => {
      if (!isOffered()) return;
      const { space } = subject();
      const names = ['agreement', 'agreement', 'person', 'agreements', 'register'].map((name) =>
        stream(name),
      );
      for (const name of names) await store().append(name, NO_STREAM, events(name, 0, 3));
      const end = (await store().head())!;
      for (const streamPrefixes of [
        undefined,
        [`${space}.register-`, `${space}.agreement-`],
        [`${space}.a`, `${space}.agreement`],
        [],
      ]) {
        const options = streamPrefixes ? { streamPrefixes } : {};
        const all = (await byStream(end, options)).map(([name]) => name);
        const wanted = names.filter(
          (name) => streamPrefixes?.some((prefix) => name.startsWith(prefix)) ?? true,
        );
        expect(all.toSorted()).toEqual(wanted.toSorted());
        for (const [index, after] of all.entries()) {
          expect((await byStream(end, { ...options, after })).map(([name]) => name)).toEqual(
            all.slice(index + 1),
          );
        }
      }
    });
  });
}
