import { openKurrentEventStore, type KurrentEventStore } from '@entente/event-store';
import { setTimeout as sleep } from 'node:timers/promises';

import { needs } from '../support/needs.js';
import { OwnKurrentDB } from '../support/own-kurrentdb.js';
import { mustHold, type Fault } from './fault.js';
import { Writers } from './writers.js';

const WRITERS = 32;

/** That the four stores keep one contract is shown by its specs, which run with `npm test`. */
export const fault: Fault = {
  id: 'R15',
  title: 'KurrentDB is killed and stopped during appends, and followed all the while',
  needs: [needs.kurrentdbToKill],
  async run({ short, say }) {
    const restarts = short ? 2 : 20;
    await using node = await OwnKurrentDB.start();
    await using store = disposable(await openKurrentEventStore(node.url, { streamPrefixes: ['main.'] }));
    const follower = new Follower(store);
    const writers = new Writers([store], 'main', WRITERS);
    for (let restart = 0; restart < restarts; restart += 1) {
      await Promise.race([sleep(1_000 + Math.random() * 1_000), writers.failure(), follower.failure()]);
      await (restart % 2 === 0 ? node.kill() : node.stop());
      const events = writers.told.events;
      await node.start();
      await Promise.race([goesOn(writers, events), writers.failure()]);
      say(`${restart + 1} restarts, ${writers.told.events} events acknowledged`);
    }
    const told = await writers.stop();
    await writers.verify();
    const positions: string[] = [];
    for await (const { position } of store.readAll(undefined)) positions.push(position);
    const followed = await follower.until(positions.at(-1) ?? '');
    mustHold(
      followed.length === positions.length && followed.every((one, index) => one === positions[index]),
      `the subscription had ${followed.length} of ${positions.length} events, or in another order`,
    );
    return {
      'killed or stopped': restarts,
      'appends acknowledged': told.appends,
      'events acknowledged': told.events,
      lost: 0,
      'appends the store left in doubt, each landed once': told.inDoubt,
      '… of which stood already': told.stoodAlready,
      '… of which the server showed a part first': told.seenInPart,
      'events followed without a gap': followed.length,
    };
  },
};

async function goesOn(writers: Writers, from: number): Promise<void> {
  while (writers.told.events <= from) await sleep(20);
}

/** One subscription for the whole time. */
class Follower {
  readonly #positions: string[] = [];
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;

  constructor(store: KurrentEventStore) {
    this.#done = (async () => {
      for await (const { position } of store.subscribe(undefined, { signal: this.#stop.signal }))
        this.#positions.push(position);
    })();
  }

  async failure(): Promise<never> {
    await this.#done;
    throw new Error('the subscription ended by itself');
  }

  async until(position: string): Promise<readonly string[]> {
    const deadline = performance.now() + 30_000;
    while ((this.#positions.at(-1) ?? '') < position && performance.now() < deadline) await sleep(20);
    this.#stop.abort();
    await this.#done;
    return this.#positions;
  }
}

function disposable(store: KurrentEventStore): KurrentEventStore & AsyncDisposable {
  return Object.assign(store, { [Symbol.asyncDispose]: () => store.close() });
}
