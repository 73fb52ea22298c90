import type { Folded } from './read-stream.js';
import { Remembered } from './remembered.js';

const MEGABYTE = 1024 * 1024;

/**
 * The streams this process read or wrote last, as many as may be remembered.
 * Other processes append as well: what is kept is good enough to try an append on, which the store checks, and to
 * read on from; it never proves that something is not so.
 */
export class KnownStreams {
  readonly #remembered: Remembered<Folded<unknown>>;
  readonly #turns = new Map<string, Promise<unknown>>();

  /** Bytes of memory at most, roughly. */
  constructor(maxWeight = 64 * MEGABYTE) {
    this.#remembered = new Remembered(maxWeight);
  }

  /** One stream has one decider, so what was kept under its name is of that decider's state. */
  recall<State>(stream: string): Folded<State> | undefined {
    return this.#remembered.recall(stream) as Folded<State> | undefined;
  }

  /** Undefined: what is known of it is no longer right. Two readers may come in either order, so the later stays. */
  remember(stream: string, folded: Folded<unknown> | undefined): void {
    if (!folded) {
      this.forget(stream);
      return;
    }
    const earlier = this.#remembered.recall(stream);
    if (!earlier || earlier.revision < folded.revision) this.#remembered.remember(stream, folded);
  }

  forget(stream: string): void {
    this.#remembered.forget(stream);
  }

  /**
   * Runs `work` after all that was begun here for the same stream: commands at once would decide on the same revision,
   * of which the store takes one, and the others would read and decide again and again.
   */
  async inTurn<Result>(stream: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#turns.get(stream);
    const mine = before ? before.then(work, work) : work();
    this.#turns.set(stream, mine);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(stream) === mine) this.#turns.delete(stream);
    }
  }

  get size(): number {
    return this.#remembered.size;
  }

  get weight(): number {
    return this.#remembered.weight;
  }
}
