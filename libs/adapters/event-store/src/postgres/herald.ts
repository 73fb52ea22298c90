import type pg from 'pg';

import { APPENDED_CHANNEL } from './first-append-function.js';

/** Between processes news may be this much older than in the process that appended. */
const DELAY_MS = 3;

/** A commit that notifies is a commit like any other; this one has nothing to wait for the disk for. */
const TELL = "SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)";

/**
 * Tells other processes that the log has grown, once for all appends of a few milliseconds: commits that notify wait
 * for each other in the whole cluster, so an append must not be one of them. What is lost here, polling finds.
 */
export class Herald {
  #newest: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #telling: Promise<unknown> = Promise.resolve();

  constructor(private readonly pool: pg.Pool) {}

  /** `position` is a number of the log as text. */
  tell(position: string): void {
    this.#newest = position;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#say();
    }, DELAY_MS);
  }

  /** Says what was not said yet. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#say();
    await this.#telling;
  }

  #say(): void {
    if (this.#newest === undefined) return;
    const values = [APPENDED_CHANNEL, this.#newest];
    this.#newest = undefined;
    this.#telling = this.pool.query({ name: 'log.notify', text: TELL, values }).catch(() => undefined);
  }
}
