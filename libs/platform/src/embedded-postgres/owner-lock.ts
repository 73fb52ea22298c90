import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import { StartRefused } from '../start-refused.js';

/**
 * Held by the one process that starts and stops the server of a folder. The operating system holds it, through the
 * SQLite that Node brings along, and lets go however the process ends: unlike a file with a process id it never goes
 * stale, and knows no reused ids, also between containers that share a volume.
 */
export class OwnerLock {
  readonly #holder: DatabaseSync;

  private constructor(holder: DatabaseSync) {
    this.#holder = holder;
  }

  /** Undefined while another process holds it. Throws StartRefused when the file cannot be used. */
  static tryTake(file: string): OwnerLock | undefined {
    let holder: DatabaseSync | undefined;
    try {
      createForUsOnly(file);
      holder = new DatabaseSync(file, { timeout: 0 });
      holder.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
      return new OwnerLock(holder);
    } catch (error) {
      holder?.close();
      if (isBusy(error)) return undefined;
      throw new StartRefused(
        `The lock ${file} cannot be used (${(error as Error).message}): make it writable for this user.`,
        {
          cause: error,
        },
      );
    }
  }

  release(): void {
    if (this.#holder.isOpen) this.#holder.close();
  }
}

/** Whoever may read the file could hold it and keep us out. */
function createForUsOnly(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    // Never opened here when it exists: closing a file lets go of every lock this process has on it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return (error as { errcode?: unknown }).errcode === SQLITE_BUSY;
}
