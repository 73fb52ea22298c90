import type { Database } from '@entente/platform';
import { setTimeout as sleep } from 'node:timers/promises';

const WRITERS = 8;

/**
 * What many would build: positions from a sequence, and readers that ask for `position > last`. A position is taken
 * when a row is written and seen when it is committed, so a reader may be past it by then.
 */
export class NaiveLog {
  private constructor(private readonly database: Database) {}

  static async open(database: Database): Promise<NaiveLog> {
    await database.pool.query(
      'CREATE TABLE naive_event (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event text)',
    );
    return new NaiveLog(database);
  }

  /** Writes and reads until the signal, and tells how many of the committed rows its reader never saw. */
  async run(signal: AbortSignal): Promise<{ committed: number; missed: number }> {
    const writers = Array.from({ length: WRITERS }, () => this.#write(signal));
    const seen = await this.#read(signal);
    await Promise.all(writers);
    const { rows } = await this.database.pool.query<{ position: string }>('SELECT position FROM naive_event');
    const isPast = (position: string): boolean => BigInt(position) <= BigInt(seen.last);
    return {
      committed: rows.length,
      missed: rows.filter(({ position }) => isPast(position) && !seen.positions.has(position)).length,
    };
  }

  async #write(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const client = await this.database.pool.connect();
      try {
        await client.query('BEGIN');
        await client.query("INSERT INTO naive_event (event) VALUES ('x')");
        await sleep(Math.random() * 10);
        await client.query(Math.random() < 0.9 ? 'COMMIT' : 'ROLLBACK');
      } finally {
        client.release();
      }
    }
  }

  async #read(signal: AbortSignal): Promise<{ positions: Set<string>; last: string }> {
    const positions = new Set<string>();
    let last = '0';
    while (!signal.aborted) {
      const { rows } = await this.database.pool.query<{ position: string }>(
        'SELECT position FROM naive_event WHERE position > $1 ORDER BY position',
        [last],
      );
      for (const { position } of rows) positions.add(position);
      last = rows.at(-1)?.position ?? last;
      await sleep(2);
    }
    return { positions, last };
  }
}
