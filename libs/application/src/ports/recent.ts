import type { Viewer } from '@entente/access';

import type { ReadOrganisation } from '../use-cases/organisations.js';

interface Entry<Value> {
  readonly at: number;
  readonly value: Promise<Value>;
}

/** Answers that every request needs and that may be a moment old; those who ask at once share one look. */
export class Recent<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  #pausedUntil = -Infinity;

  constructor(
    private readonly maxAgeMs: number,
    private readonly now: () => number = () => performance.now(),
    private readonly maxEntries = 10_000,
  ) {}

  get(key: string, look: () => Promise<Value>): Promise<Value> {
    const at = this.now();
    if (at < this.#pausedUntil) return look();
    const known = this.#entries.get(key);
    if (known && at - known.at < this.maxAgeMs) return known.value;
    if (this.#entries.size >= this.maxEntries) this.#entries.clear();
    const entry = { at, value: look() };
    this.#entries.set(key, entry);
    entry.value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return entry.value;
  }

  /** Forgets all, and keeps nothing for that long: what is looked up may still be on its way to what it will be. */
  pause(ms: number): void {
    this.#pausedUntil = this.now() + ms;
    this.#entries.clear();
  }
}

/** Another process may have handed a position over; within this time nobody acts on it here any more. */
const MAX_AGE_MS = 1_000;
/** Longer than a view takes to show what this process appended. */
const PAUSE_MS = 2_000;

/** Who is who, as far as every request asks for it. What changes through this process holds at once. */
export class RecentDirectory {
  readonly viewers = new Recent<Viewer | undefined>(MAX_AGE_MS);
  readonly organisations = new Recent<ReadOrganisation | undefined>(MAX_AGE_MS);

  changed(): void {
    this.viewers.pause(PAUSE_MS);
    this.organisations.pause(0);
  }
}
