import { setTimeout as sleep } from 'node:timers/promises';

/** Another worker is at it. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

const PAUSE_MS = 10;

/** Tries again until the other worker is through. */
export async function whenFree<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      signal.throwIfAborted();
      await sleep(PAUSE_MS);
    }
  }
}
