import type { Folded } from './read-stream.js';

interface Kept {
  readonly folded: Folded<unknown>;
  readonly weight: number;
  /** Revision at which it was weighed. */
  readonly weighedAt: number;
}

const MEGABYTE = 1024 * 1024;
const COMMAND_ID_BYTES = 100;
/** Weighing walks the whole state, so it is not done for every event. */
const EVENTS_BETWEEN_WEIGHINGS = 32;

/**
 * The streams this process read or wrote last, least recently used ones left out when their weight is too much.
 * Other processes append as well: what is kept is good enough to try an append on, which the store checks, and to
 * read on from; it never proves that something is not so.
 */
export class KnownStreams {
  readonly #kept = new Map<string, Kept>();
  readonly #turns = new Map<string, Promise<unknown>>();
  #weight = 0;

  constructor(
    /** Bytes of memory at most, roughly. */
    private readonly maxWeight = 64 * MEGABYTE,
  ) {}

  /** One stream has one decider, so what was kept under its name is of that decider's state. */
  recall<State>(stream: string): Folded<State> | undefined {
    const kept = this.#kept.get(stream);
    if (!kept) return undefined;
    this.#kept.delete(stream);
    this.#kept.set(stream, kept);
    return kept.folded as Folded<State>;
  }

  /** Undefined: what is known of it is no longer right. Two readers may come in either order, so the later stays. */
  remember(stream: string, folded: Folded<unknown> | undefined): void {
    const earlier = this.#kept.get(stream);
    if (folded && earlier && earlier.folded.revision >= folded.revision) return;
    this.forget(stream);
    if (!folded) return;
    const isWeighed = earlier && folded.revision - earlier.weighedAt < EVENTS_BETWEEN_WEIGHINGS;
    const kept = isWeighed
      ? { ...earlier, folded }
      : { folded, weight: weightOf(folded), weighedAt: folded.revision };
    this.#kept.set(stream, kept);
    this.#weight += kept.weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.maxWeight) return;
      this.forget(oldest);
    }
  }

  forget(stream: string): void {
    this.#weight -= this.#kept.get(stream)?.weight ?? 0;
    this.#kept.delete(stream);
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
    return this.#kept.size;
  }

  get weight(): number {
    return this.#weight;
  }
}

/** About as many bytes as it takes in memory. Without recursion: a state may be a long chain. */
function weightOf({ state, commandIds }: Folded<unknown>): number {
  let weight = commandIds.size * COMMAND_ID_BYTES;
  const open: unknown[] = [state];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') weight += 16 + 2 * value.length;
    else if (typeof value !== 'object' || value === null) weight += 8;
    else {
      weight += 32;
      if (value instanceof Map) for (const pair of value) open.push(...pair);
      else for (const member of value instanceof Set ? value : Object.values(value)) open.push(member);
    }
  }
  return weight;
}
