import type { LogPosition } from '@entente/event-sourcing';

const OTHERS_MS = 250;

/** What a subscription hears, told once for all events that come together. */
export class News {
  readonly #categories = new Set<string>();
  #position: LogPosition | undefined;
  #soon: NodeJS.Immediate | undefined;
  #others: NodeJS.Timeout | undefined;

  /** `tell` is told of the categories of streams that have grown, or of none: then of the log's growth alone. */
  constructor(
    private readonly tell: (categories: readonly string[] | undefined, position: LogPosition) => void,
  ) {}

  heard(category: string, position: LogPosition): void {
    this.#categories.add(category);
    this.#position = position;
    // Events of one batch are heard one after the other; one pass for all of them costs what a pass for the first does.
    this.#soon ??= setImmediate(() => {
      this.#soon = undefined;
      const categories = [...this.#categories];
      this.#categories.clear();
      this.#say(categories);
    });
    // The events are none of the others', but they too are to be seen at the end of the log.
    this.#others ??= setTimeout(() => {
      this.#others = undefined;
      this.#say(undefined);
    }, OTHERS_MS);
  }

  stop(): void {
    clearImmediate(this.#soon);
    clearTimeout(this.#others);
  }

  #say(categories: readonly string[] | undefined): void {
    if (this.#position !== undefined) this.tell(categories, this.#position);
  }
}
