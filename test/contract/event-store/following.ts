import { describe, expect, it } from '@jest/globals';
import { NO_STREAM, type LogPosition, type RecordedEvent } from '@entente/event-sourcing';
import { setTimeout as sleep } from 'node:timers/promises';

import { events, idsOf, newStream, type StoreUnderTest } from './store-under-test.js';

/** A subscriber that takes events as they come and can be asked for what it has. */
class Follower {
  readonly received: RecordedEvent[] = [];
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;
  #wake = (): void => undefined;

  constructor(
    { store }: StoreUnderTest,
    after?: LogPosition,
    options: { streamPrefixes?: readonly string[]; pauseMs?: number } = {},
  ) {
    const { pauseMs, ...filter } = options;
    this.#done = (async () => {
      for await (const recorded of store.subscribe(after, { ...filter, signal: this.#stop.signal })) {
        this.received.push(recorded);
        this.#wake();
        if (pauseMs !== undefined) await sleep(pauseMs);
      }
    })();
  }

  async has(count: number): Promise<RecordedEvent[]> {
    while (this.received.length < count) {
      await Promise.race([new Promise<void>((resolve) => (this.#wake = resolve)), this.#done.then(failed)]);
    }
    return this.received;
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }
}

function failed(): never {
  throw new Error('the subscription ended by itself');
}

export function following(subject: () => StoreUnderTest): void {
  const append = async (name: string, first: number, count: number) => {
    const sent = events(name, first, count);
    await subject().store.append(name, first - 1, sent);
    return sent.map(({ id }) => id);
  };

  describe('a subscription', () => {
    it('catches up and then goes live', async () => {
      const name = newStream(subject().space);
      const before = await append(name, 0, 3);
      const follower = new Follower(subject());
      expect(idsOf(await follower.has(3))).toEqual(before);
      const live = [await append(name, 3, 1), await append(name, 4, 2)].flat();
      expect(idsOf(await follower.has(6))).toEqual([...before, ...live]);
      await follower.end();
      expect(follower.received).toEqual(await Array.fromAsync(subject().store.readAll(undefined)));
    });

    it('of an empty log waits for its first event', async () => {
      const follower = new Follower(subject());
      await sleep(50);
      const name = newStream(subject().space);
      const live = await append(name, 0, 1);
      expect(idsOf(await follower.has(1))).toEqual(live);
      await follower.end();
    });

    it('goes on after the position it is given', async () => {
      const name = newStream(subject().space);
      const before = await append(name, 0, 4);
      const all = await Array.fromAsync(subject().store.readAll(undefined));
      const follower = new Follower(subject(), all[1]?.position);
      expect(idsOf(await follower.has(2))).toEqual(before.slice(2));
      const live = await append(name, 4, 1);
      expect(idsOf(await follower.has(3))).toEqual([...before.slice(2), ...live]);
      await follower.end();
    });

    it('after the head begins with the next event', async () => {
      const name = newStream(subject().space);
      await append(name, 0, 2);
      const follower = new Follower(subject(), await subject().store.head());
      await sleep(50);
      const live = await append(name, 2, 1);
      expect(idsOf(await follower.has(1))).toEqual(live);
      await follower.end();
    });

    it('has only the streams that were asked for', async () => {
      const { space } = subject();
      const [wanted, other] = [newStream(space, 'register'), newStream(space, 'agreement')];
      await append(other, 0, 2);
      const before = await append(wanted, 0, 1);
      const follower = new Follower(subject(), undefined, { streamPrefixes: [`${space}.register-`] });
      await follower.has(1);
      await append(other, 2, 3);
      const live = await append(wanted, 1, 2);
      await append(other, 5, 1);
      expect(idsOf(await follower.has(3))).toEqual([...before, ...live]);
      await follower.end();
    });

    it('of no streams waits for the abort', async () => {
      const name = newStream(subject().space);
      await append(name, 0, 2);
      const options = { streamPrefixes: [], signal: AbortSignal.timeout(100) };
      expect(await Array.fromAsync(subject().store.subscribe(undefined, options))).toEqual([]);
    });

    it('ends without an error when it is aborted, even before it began', async () => {
      const name = newStream(subject().space);
      await append(name, 0, 2);
      const follower = new Follower(subject());
      await follower.has(2);
      await follower.end();
      await append(name, 2, 1);
      expect(follower.received).toHaveLength(2);
      const never = subject().store.subscribe(undefined, { signal: AbortSignal.abort() });
      expect(await Array.fromAsync(never)).toEqual([]);
    });

    it('ends when its reader leaves the loop', async () => {
      const name = newStream(subject().space);
      await append(name, 0, 3);
      const { signal } = new AbortController();
      for await (const { event } of subject().store.subscribe(undefined, { signal })) {
        expect(event.revision).toBe(0);
        break;
      }
    });

    it('loses nothing and keeps the order while many write', async () => {
      const followers = [new Follower(subject()), new Follower(subject())];
      const names = Array.from({ length: 16 }, () => newStream(subject().space));
      await Promise.all(
        names.map(async (name) => {
          for (let revision = 0; revision < 8; revision += 2) await append(name, revision, 2);
        }),
      );
      const log = await Array.fromAsync(subject().store.readAll(undefined));
      expect(log).toHaveLength(128);
      for (const follower of followers) {
        expect(await follower.has(128)).toEqual(log);
        await follower.end();
      }
    });

    it('loses nothing when its reader is slow', async () => {
      const name = newStream(subject().space);
      const before = await append(name, 0, 30);
      const follower = new Follower(subject(), undefined, { pauseMs: 1 });
      const live: string[] = [];
      for (let revision = 30; revision < 1_230; revision += 300)
        live.push(...(await append(name, revision, 300)));
      expect(idsOf(await follower.has(1_230))).toEqual([...before, ...live]);
      await follower.end();
    }, 30_000);

    it('may begin at any moment of a growing log', async () => {
      const name = newStream(subject().space);
      const followers: Follower[] = [];
      for (let revision = 0; revision < 20; revision += 1) {
        followers.push(new Follower(subject(), await subject().store.head()));
        await append(name, revision, 1);
      }
      for (const [start, follower] of followers.entries()) {
        const received = await follower.has(20 - start);
        expect(received[0]?.event.revision).toBe(start);
        await follower.end();
      }
      expect(await subject().store.append(name, NO_STREAM, events(name, 0, 1))).toMatchObject({ actual: 19 });
    });
  });
}
