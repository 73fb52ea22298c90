import type { Logged } from './logged.js';

/** What is held in memory at most; characters of the events' texts, each of which takes a few times that when read. */
const EVENTS = 2_000;
const CHARACTERS = 2_000_000;

/**
 * The newest events of the log, so that whoever follows it need not ask for what this process wrote, or another reader
 * here has just read. Positions have no gaps, so it is known whether all of a part are here. Kept while somebody
 * follows; nothing is kept beyond the loss of a connection, after which the server may be one with another log.
 */
export class Tail {
  readonly #events = new Map<number, Logged>();
  #characters = 0;
  #followers = 0;

  /** Call the answer once to stop following. */
  follow(): () => void {
    this.#followers += 1;
    return () => {
      this.#followers -= 1;
      if (this.#followers === 0) this.forget();
    };
  }

  get isKept(): boolean {
    return this.#followers > 0;
  }

  keep(logged: Logged): void {
    if (!this.isKept || this.#events.has(logged.number)) return;
    this.#events.set(logged.number, logged);
    this.#characters += logged.length;
    // A map's order is that of insertion: what came first is what the log had first, or nearly so.
    for (const [number, { length }] of this.#events) {
      if (this.#events.size <= EVENTS && this.#characters <= CHARACTERS) break;
      this.#events.delete(number);
      this.#characters -= length;
    }
  }

  forget(): void {
    this.#events.clear();
    this.#characters = 0;
  }

  /** Those after `after` up to `end`, of all streams or some; undefined when one of them is missing. */
  between(after: number, end: number, streamPrefixes?: readonly string[]): readonly Logged[] | undefined {
    if (end - after > this.#events.size) return undefined;
    const found: Logged[] = [];
    for (let number = after + 1; number <= end; number += 1) {
      const logged = this.#events.get(number);
      if (!logged) return undefined;
      if (streamPrefixes?.some((prefix) => logged.stream.startsWith(prefix)) ?? true) found.push(logged);
    }
    return found;
  }
}
