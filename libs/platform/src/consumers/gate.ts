/** Lets so many in at a time, the others in the order of their coming. */
export class Gate {
  readonly #queue: (() => void)[] = [];
  #inside = 0;

  constructor(private readonly places: number) {}

  async enter<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside < this.places) this.#inside += 1;
    else await new Promise<void>((resolve) => this.#queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      // The place is handed over, so that nobody who comes meanwhile can take it.
      if (next) next();
      else this.#inside -= 1;
    }
  }
}
