import type { AppendOutcome } from '@entente/event-sourcing';

/** One append on its way into the log. */
export interface Append {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly ids: readonly string[];
  /** Canonical texts. */
  readonly events: readonly string[];
}

/** `again`: an earlier append of its batch moved the stream; what that makes of it is seen in the next batch. */
export type BatchOutcome = AppendOutcome | { readonly outcome: 'again' };

export interface AppendTransport {
  one(append: Append): Promise<AppendOutcome>;
  /** An outcome per append, in their order. All or nothing: when it rejects, none of them was written. */
  many(appends: readonly Append[]): Promise<readonly BatchOutcome[]>;
  /** Whether one append's content can have made the whole batch fail; each is then tried alone. */
  isOneToBlame(error: unknown): boolean;
}

interface Waiting {
  readonly append: Append;
  readonly size: number;
  readonly settle: (outcome: AppendOutcome) => void;
  readonly fail: (error: unknown) => void;
}

/** Two, so that one batch is made ready and its answers are heard while the other is being written. */
const MAX_FLIGHTS = 2;
const MAX_APPENDS = 256;
const MAX_CHARACTERS = 2_000_000;

/**
 * Appends that come while others are being written travel together: one transaction, one lock, one flush for all.
 * An append that comes alone leaves at once. Order within a stream is the order of the calls.
 */
export class AppendQueue {
  #waiting: Waiting[] = [];
  #flights = 0;
  readonly #aloft = new Set<string>();
  #isBusy = false;
  #isGathering = false;

  constructor(private readonly transport: AppendTransport) {}

  append(append: Append): Promise<AppendOutcome> {
    return new Promise((settle, fail) => {
      const size = append.events.reduce((sum, { length }) => sum + length, 0);
      this.#waiting.push({ append, size, settle, fail });
      if (!this.#isBusy) this.#depart();
      else this.#gather();
    });
  }

  /** Whoever was just answered may append again before the event loop turns: they should travel together. */
  #gather(): void {
    if (this.#isGathering || this.#flights >= MAX_FLIGHTS) return;
    this.#isGathering = true;
    setImmediate(() => {
      this.#isGathering = false;
      this.#depart();
    });
  }

  #depart(): void {
    if (this.#flights >= MAX_FLIGHTS) return;
    const batch = this.#nextBatch();
    if (batch.length === 0) return;
    this.#flights += 1;
    this.#isBusy = true;
    for (const { append } of batch) this.#aloft.add(append.stream);
    void this.#send(batch).finally(() => {
      this.#flights -= 1;
      for (const { append } of batch) this.#aloft.delete(append.stream);
      this.#isBusy = batch.length > 1 || this.#waiting.length > 0;
      this.#gather();
    });
  }

  /** What may leave now, in its order; whoever's stream is under way waits, or it might arrive first. */
  #nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    let size = 0;
    let isFull = false;
    for (const waiting of this.#waiting) {
      isFull ||= batch.length > 0 && (batch.length >= MAX_APPENDS || size + waiting.size > MAX_CHARACTERS);
      if (isFull || this.#aloft.has(waiting.append.stream)) {
        rest.push(waiting);
      } else {
        batch.push(waiting);
        size += waiting.size;
      }
    }
    this.#waiting = rest;
    return batch;
  }

  async #send(batch: readonly Waiting[]): Promise<void> {
    const [first] = batch;
    if (batch.length === 1 && first) {
      await this.#sendAlone(first);
      return;
    }
    try {
      const outcomes = await this.transport.many(batch.map(({ append }) => append));
      const again: Waiting[] = [];
      for (const [index, waiting] of batch.entries()) {
        const outcome = outcomes[index];
        if (!outcome) waiting.fail(new Error('the log gave no answer for an append of a batch'));
        else if (outcome.outcome === 'again') again.push(waiting);
        else waiting.settle(outcome);
      }
      // In front, and the first of each stream cannot be answered so twice: everybody's turn comes.
      this.#waiting.unshift(...again);
    } catch (error) {
      if (this.transport.isOneToBlame(error)) {
        for (const waiting of batch) await this.#sendAlone(waiting);
      } else {
        for (const { fail } of batch) fail(error);
      }
    }
  }

  async #sendAlone({ append, settle, fail }: Waiting): Promise<void> {
    await this.transport.one(append).then(settle, fail);
  }
}
