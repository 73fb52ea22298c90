import type { LogPosition } from '@entente/event-sourcing';

import { isAfter } from './position.js';

/** What this process knows of the log's growth: its own appends at once, those of others by notification. */
export class News {
  #newest: LogPosition | undefined;
  readonly #waiting = new Set<() => void>();

  /** Where some append ends; undefined before the first. */
  get newest(): LogPosition | undefined {
    return this.#newest;
  }

  /** `position` is visible to every reader, and so is everything before it. */
  announce(position: LogPosition): void {
    // What this process appended comes back to it from the server, when it has long been seen.
    if (!isAfter(position, this.#newest)) return;
    this.#newest = position;
    for (const wake of [...this.#waiting]) wake();
  }

  /** The newest known position beyond `after`; undefined when none came within `ms` or before the abort. */
  async beyond(
    after: LogPosition | undefined,
    ms: number,
    signal: AbortSignal,
  ): Promise<LogPosition | undefined> {
    if (!isAfter(this.#newest, after)) await this.#anything(ms, signal);
    return isAfter(this.#newest, after) ? this.#newest : undefined;
  }

  #anything(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });
  }
}
