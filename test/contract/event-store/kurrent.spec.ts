import { expect, it } from '@jest/globals';
import { openKurrentEventStore } from '@entente/event-store';
import { NO_STREAM } from '@entente/event-sourcing';
import { binaryEvent, jsonEvent, KurrentDBClient, type EventData } from '@kurrent/kurrentdb-client';
import { setTimeout as sleep } from 'node:timers/promises';

import { describeIf } from '../../support/describe-if.js';
import { found, needs } from '../../support/needs.js';
import { SeverableProxy } from '../../support/severable-proxy.js';
import { eventStoreContract } from './event-store.contract.js';
import { eventStoreOutageContract, type StoreOverWire } from './outage.contract.js';
import { events, freshSpace, idsOf, newStream } from './store-under-test.js';
import { unreadableContract } from './unreadable.contract.js';

/** What other programs of the same server may write. */
const GARBAGE: Readonly<Record<string, () => EventData>> = {
  'an event without our metadata': () => jsonEvent({ type: 'OrderPlaced', data: { number: 1 } }),
  bytes: () => binaryEvent({ type: 'Picture', data: new Uint8Array([0xff, 0xd8, 0]) }),
  'an event with bytes for metadata': () =>
    jsonEvent({ type: 'SomethingHappened', data: {}, metadata: new Uint8Array([1, 2, 3]) }),
};

describeIf(needs.kurrentdb, 'KurrentDB', () => {
  eventStoreContract('the event store on KurrentDB', async () => {
    const space = freshSpace();
    const store = await openKurrentEventStore(found(needs.kurrentdb), { streamPrefixes: [`${space}.`] });
    return { store, space, close: () => store.close() };
  });

  for (const [what, garbage] of Object.entries(GARBAGE)) {
    unreadableContract(`on KurrentDB, ${what}`, async () => {
      const space = freshSpace();
      const store = await openKurrentEventStore(found(needs.kurrentdb), { streamPrefixes: [`${space}.`] });
      const client = KurrentDBClient.connectionString(found(needs.kurrentdb));
      return Promise.resolve({
        store,
        space,
        writeGarbage: async (stream: string, revision: number) => {
          await client.appendToStream(stream, garbage(), { streamState: BigInt(revision - 1) });
        },
        close: async () => {
          await Promise.all([store.close(), client.dispose()]);
        },
      });
    });
  }

  if (!canBeWired(needs.kurrentdb.find())) {
    it.todo('over a wire that is cut: needs an EVENT_STORE_URL of one node with tls=false');
    return;
  }
  eventStoreOutageContract('the event store on KurrentDB, over a wire that is cut,', overWire);

  it('an append whose answer was lost on KurrentDB is found out about before its caller hears of it', async () => {
    const subject = await overWire();
    const { store, space, wire } = subject;
    const names = Array.from({ length: 8 }, () => newStream(space));
    let writing = true;
    const writers = names.map(async (name) => {
      const sent: string[] = [];
      for (let revision = 0; writing; revision += 2) {
        const batch = events(name, revision, 2);
        expect(await store.append(name, revision - 1, batch)).toMatchObject({ revision: revision + 1 });
        sent.push(...batch.map(({ id }) => id));
      }
      return sent;
    });
    for (let outage = 0; outage < 5; outage += 1) {
      await sleep(150);
      wire.reset();
    }
    writing = false;
    for (const [index, sent] of (await Promise.all(writers)).entries()) {
      expect(idsOf(await Array.fromAsync(store.read(names[index]!)))).toEqual(sent);
    }
    await subject.close();
    await wire.cut();
  }, 30_000);

  it('an append to KurrentDB that nobody took is refused at once', async () => {
    const subject = await overWire();
    const { store, space, wire } = subject;
    await wire.cut();
    const start = performance.now();
    const name = newStream(space);
    await expect(store.append(name, NO_STREAM, events(name, 0, 1))).rejects.toThrow('does not answer');
    expect(performance.now() - start).toBeLessThan(1_000);
    await subject.close();
  });
});

async function overWire(): Promise<StoreOverWire> {
  const space = freshSpace();
  const url = new URL(found(needs.kurrentdb));
  const wire = await SeverableProxy.to(url.hostname, Number(url.port));
  url.host = `127.0.0.1:${wire.port}`;
  const store = await openKurrentEventStore(url.href, { streamPrefixes: [`${space}.`] });
  return { store, space, wire, close: () => store.close() };
}

/** A wire of ours is not the host a certificate names, and discovery goes past it. */
function canBeWired(url: string | undefined): boolean {
  return url === undefined || /^[a-z]+:\/\/[^,]*[?&]tls=false/i.test(url);
}
