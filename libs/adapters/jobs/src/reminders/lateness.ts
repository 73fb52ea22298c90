export interface LatenessFigures {
  /** Reminders acted on since the start. */
  readonly acted: number;
  /** Of the last ones, from their time until they were acted on. Absent before the first. */
  readonly p50Ms?: number;
  readonly p99Ms?: number;
  readonly maxMs?: number;
}

const KEPT = 1_000;

/** How late the last reminders were. */
export class Lateness {
  readonly #last: number[] = [];
  #acted = 0;

  add(ms: number): void {
    this.#last[this.#acted % KEPT] = Math.max(0, ms);
    this.#acted += 1;
  }

  get figures(): LatenessFigures {
    const sorted = this.#last.toSorted((one, other) => one - other);
    const [p50Ms, p99Ms, maxMs] = [0.5, 0.99, 1].map(
      (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))],
    );
    if (p50Ms === undefined || p99Ms === undefined || maxMs === undefined) return { acted: 0 };
    return { acted: this.#acted, p50Ms, p99Ms, maxMs };
  }
}
