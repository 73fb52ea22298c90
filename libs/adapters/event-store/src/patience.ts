import { EventStoreUnavailable } from '@entente/event-sourcing';
import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;

/** Waits longer after every failure, and briefly again after a success. */
export class Patience {
  #waitMs = FIRST_WAIT_MS;

  succeeded(): void {
    this.#waitMs = FIRST_WAIT_MS;
  }

  /** Returns at once when the signal aborts. */
  async wait(signal: AbortSignal): Promise<void> {
    await pause(this.#waitMs, signal);
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
  }
}

/** Repeats `work` while the store is unavailable; undefined when the signal aborted first. */
export async function patiently<Result>(
  work: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  const patience = new Patience();
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
      await patience.wait(signal);
    }
  }
  return undefined;
}

export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch {
    // Aborted: there is nothing left to wait for.
  }
}
