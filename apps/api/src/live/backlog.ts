import type { RecordedEvent } from '@entente/event-sourcing';

/** Events wait here for a page that reads slower than people write. */
const MAX_WAITING = 5_000;

/** A queue of one space's events with one reader. */
export class Backlog implements AsyncIterable<RecordedEvent> {
  readonly #waiting: RecordedEvent[] = [];
  #ended = false;
  #wake: () => void = () => undefined;

  constructor(private readonly space: string) {}

  push(recorded: RecordedEvent): void {
    if (this.#ended || recorded.event.space !== this.space) return;
    this.#waiting.push(recorded);
    if (this.#waiting.length > MAX_WAITING) this.end();
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RecordedEvent> {
    while (!this.#ended) {
      const next = this.#waiting.shift();
      if (next) yield next;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
