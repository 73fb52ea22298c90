import { sql } from 'kysely';

import type { Database } from '../database/database.js';
import type { Log } from '../logging/log.js';
import type { PlatformTables } from '../migrations.js';

export interface SpaceClocksOptions {
  readonly log: Log;
  /** How soon a clock moved by another process is noticed. */
  readonly refreshMs?: number;
}

/** The one space whose clock may be moved. */
const DEMO = 'demo';

/** Text of these years is as wide as any other and sorts like time. */
const EARLIEST_MS = Date.UTC(2000);
const LATEST_MS = Date.UTC(3000) - 1;

/**
 * The spaces' clocks: the database's time, carried on by this process's monotonic clock, so that a wrong or jumping
 * clock of this machine does not matter; plus the offset of a space that was moved.
 */
export class SpaceClocks {
  /** Milliseconds between the database's epoch and this process's `performance.now()`. */
  #epochMs = 0;
  #demoOffsetMs = 0;
  #lastMs = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #onMoved: (() => void)[] = [];
  #stopped = false;

  private constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly refreshMs: number,
  ) {}

  /** Call after the migrations. */
  static async start(
    database: Database,
    { log, refreshMs = 1_000 }: SpaceClocksOptions,
  ): Promise<SpaceClocks> {
    const clocks = new SpaceClocks(database, log, refreshMs);
    await clocks.refresh();
    clocks.#refreshLater();
    return clocks;
  }

  /** UTC ISO text with exactly three fraction digits; in one process it never goes back unless the demo's clock is moved. */
  now(space: string): string {
    this.#lastMs = Math.max(this.#lastMs, performance.now() + this.#epochMs);
    const offset = space === DEMO ? this.#demoOffsetMs : 0;
    return new Date(Math.floor(this.#lastMs) + offset).toISOString();
  }

  /** By how much the demo's clock is ahead of the database's. */
  get demoOffsetMs(): number {
    return this.#demoOffsetMs;
  }

  /** Calls back whenever this process learns that the demo's clock was moved, by whichever process. */
  onMoved(tell: () => void): void {
    this.#onMoved.push(tell);
  }

  /** By how much this machine's clock is ahead of the database's; negative: behind. */
  skewMs(): number {
    return Date.now() - (performance.now() + this.#epochMs);
  }

  /** Moves the demo's clock to an instant, from where it runs on; null: back to the real time. */
  async setDemoClock(instant: string | null): Promise<void> {
    const clock = this.database.tables<PlatformTables>();
    if (instant === null) {
      await clock.deleteFrom('platform.space_clock').where('space', '=', DEMO).execute();
    } else {
      const moved = Temporal.Instant.from(instant).epochMilliseconds;
      if (moved < EARLIEST_MS || moved > LATEST_MS)
        throw new RangeError(`${instant} is not between 2000 and 2999`);
      await sql`
        INSERT INTO platform.space_clock (space, offset_ms)
        VALUES (${DEMO}, ${moved}::bigint - floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint)
        ON CONFLICT (space) DO UPDATE SET offset_ms = excluded.offset_ms`.execute(clock);
    }
    await this.refresh();
  }

  /** Asks the database for its time and the offsets. */
  async refresh(): Promise<void> {
    const asked = performance.now();
    const { rows } = await sql<{ now_ms: number; demo_offset_ms: number }>`
      SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now_ms,
             coalesce((SELECT offset_ms FROM platform.space_clock WHERE space = ${DEMO}), 0) AS demo_offset_ms
    `.execute(this.database.tables());
    const answered = performance.now();
    const answer = rows[0];
    if (!answer) return;
    const isMoved = this.#demoOffsetMs !== answer.demo_offset_ms;
    this.#demoOffsetMs = answer.demo_offset_ms;
    this.#discipline(answer.now_ms, asked, answered);
    if (isMoved) for (const tell of this.#onMoved) tell();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** The answer was true at some moment between; what agrees with that is kept, so that the clock does not tremble. */
  #discipline(databaseMs: number, asked: number, answered: number): void {
    const earliest = databaseMs - answered;
    const latest = databaseMs - asked;
    if (this.#epochMs < earliest || this.#epochMs > latest) this.#epochMs = (earliest + latest) / 2;
  }

  #refreshLater(): void {
    this.#timer = setTimeout(() => {
      this.refresh()
        .catch((error: unknown) => {
          // What was asked at the stop finds the database closed, and nobody needs the answer.
          if (!this.#stopped) this.log.warn({ err: error }, 'the clocks run on without the database');
        })
        .finally(() => {
          if (!this.#stopped) this.#refreshLater();
        });
    }, this.refreshMs).unref();
  }
}
