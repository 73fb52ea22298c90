import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreUnavailable, NO_STREAM } from '@entente/event-sourcing';
import { setTimeout as sleep } from 'node:timers/promises';

import type { SeverableProxy } from '../../support/severable-proxy.js';
import { events, idsOf, newStream, type StoreUnderTest } from './store-under-test.js';

export interface StoreOverWire extends StoreUnderTest {
  readonly wire: SeverableProxy;
}

/** What every event store with a server must do while it cannot be reached. */
export function eventStoreOutageContract(title: string, makeStore: () => Promise<StoreOverWire>): void {
  describe(title, () => {
    let subject: StoreOverWire;
    beforeEach(async () => {
      subject = await makeStore();
    });
    afterEach(async () => {
      await subject.close();
      await subject.wire.cut();
    });

    it('says of every request that it is unavailable, and answers again when it is back', async () => {
      const { store, space, wire } = subject;
      const name = newStream(space);
      const [first, second] = [events(name, 0, 2), events(name, 2, 1)];
      await store.append(name, NO_STREAM, first);
      await wire.cut();
      for (const request of [
        () => store.append(name, 1, second),
        () => store.append(name, 1, second),
        () => Array.fromAsync(store.read(name)),
        () => Array.fromAsync(store.readAll(undefined)),
        () => store.head(),
      ]) {
        await expect(request()).rejects.toBeInstanceOf(EventStoreUnavailable);
      }
      await wire.mend();
      const mendedAt = performance.now();
      expect(await patiently(() => store.append(name, 1, second))).toMatchObject({ revision: 2 });
      const recorded = await patiently(() => Array.fromAsync(store.read(name)));
      expect(performance.now() - mendedAt).toBeLessThan(2_000);
      expect(idsOf(recorded)).toEqual([...first, ...second].map(({ id }) => id));
    });

    it('records an append whose answer was lost once, when it is sent again with its ids', async () => {
      const { store, space, wire } = subject;
      const names = Array.from({ length: 8 }, () => newStream(space));
      let writing = true;
      const writers = names.map(async (name) => {
        const sent: string[] = [];
        for (let revision = 0; writing; revision += 2) {
          const batch = events(name, revision, 2);
          await patiently(() => store.append(name, revision - 1, batch));
          sent.push(...batch.map(({ id }) => id));
        }
        return sent;
      });
      for (let outage = 0; outage < 5; outage += 1) {
        await sleep(100);
        await wire.cut();
        await wire.mend();
      }
      writing = false;
      for (const [index, sent] of (await Promise.all(writers)).entries()) {
        expect(idsOf(await patiently(() => Array.fromAsync(store.read(names[index]!))))).toEqual(sent);
      }
    }, 30_000);

    it('goes on with a subscription where it was interrupted', async () => {
      const { store, space, wire } = subject;
      const name = newStream(space);
      const stop = new AbortController();
      const received: string[] = [];
      const following = (async () => {
        for await (const { event } of store.subscribe(undefined, { signal: stop.signal }))
          received.push(event.id);
      })();
      const sent: string[] = [];
      for (let revision = 0; revision < 8; revision += 1) {
        const batch = events(name, revision, 1);
        await patiently(() => store.append(name, revision - 1, batch));
        sent.push(batch[0]!.id);
        if (revision % 2 === 0) await sleep(30);
        await wire.cut();
        await wire.mend();
      }
      const deadline = performance.now() + 10_000;
      while (received.length < sent.length && performance.now() < deadline) await sleep(20);
      expect(received).toEqual(sent);
      stop.abort();
      await following;
    }, 30_000);

    it('ends a subscription that waits for the server when it is aborted', async () => {
      const { store, wire } = subject;
      await wire.cut();
      const signal = AbortSignal.timeout(300);
      expect(await Array.fromAsync(store.subscribe(undefined, { signal }))).toEqual([]);
    });
  });
}

async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
      await sleep(20);
    }
  }
}
