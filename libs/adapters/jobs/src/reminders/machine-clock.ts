import type { Log } from '@entente/platform';

import type { JobWorker } from '../queues/queues.js';
import { jobIdOf, type ReminderHint } from './reminder-hint.js';

export interface MachineClockOptions {
  /** Milliseconds by which this machine's clock is ahead of the database's, at the moment of asking. */
  readonly skewMs: () => number;
  /** Puts a reminder's job where the database's clock wants it. */
  readonly putRight: (hint: ReminderHint) => Promise<void>;
  readonly log: Log;
}

/** Wrong by more than a job waits in place for, the clock is not followed. */
export const MAX_SKEW_MS = 5_000;

/**
 * BullMQ tells by the clock of the worker's machine what is due. While that is wrong the worker takes no jobs: one ahead
 * would be given everything early, again and again.
 */
export class MachineClock {
  /** Given back by a wrong clock, which tells a wrong time to whoever has a right one. */
  readonly #misplaced = new Map<string, ReminderHint>();
  #isPaused = false;

  constructor(private readonly options: MachineClockOptions) {}

  /** Whether the worker takes no jobs. */
  get isPaused(): boolean {
    return this.#isPaused;
  }

  givenBack(hint: ReminderHint): void {
    if (this.#isSkewed()) this.#misplaced.set(jobIdOf(hint), hint);
  }

  /** To be called often. */
  async mind(worker: JobWorker | undefined): Promise<void> {
    const isSkewed = this.#isSkewed();
    if (isSkewed !== this.#isPaused) await this.#change(isSkewed, worker);
    for (const [id, hint] of this.#misplaced) {
      await this.options.putRight(hint);
      this.#misplaced.delete(id);
    }
  }

  async #change(isSkewed: boolean, worker: JobWorker | undefined): Promise<void> {
    const { log, skewMs } = this.options;
    this.#isPaused = isSkewed;
    if (isSkewed) {
      const seconds = Math.round(skewMs() / 1_000);
      log.error({ seconds }, "THIS MACHINE'S CLOCK IS WRONG: reminders go out by the database's");
      await worker?.pause();
    } else {
      log.info({}, "this machine's clock is right again");
      await worker?.resume();
    }
  }

  #isSkewed(): boolean {
    return Math.abs(this.options.skewMs()) > MAX_SKEW_MS;
  }
}
