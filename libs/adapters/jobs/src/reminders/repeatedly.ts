import { setTimeout as sleep } from 'node:timers/promises';

/** Does it again and again, with a pause after each time. `work` does not throw. */
export async function repeatedly(
  everyMs: number,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    await work();
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
