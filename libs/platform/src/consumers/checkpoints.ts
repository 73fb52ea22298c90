import type { LogPosition } from '@entente/event-sourcing';
import { sql, type Kysely, type Selectable } from 'kysely';

import { tablesOf, type AnyTransaction, type Database } from '../database/database.js';
import type { CheckpointTable, PlatformTables } from '../migrations.js';
import { Busy } from './busy.js';
import type { ConsumerFailure } from './consumer.js';

export interface Checkpoint {
  /** 0: nothing was made yet. */
  readonly version: number;
  readonly position: LogPosition | undefined;
  /** When it last moved, epoch milliseconds of the database's clock. */
  readonly movedAtMs: number;
  readonly failure?: ConsumerFailure;
  /** Streams it leaves out. */
  readonly parked: number;
}

export class Checkpoints {
  readonly #tables: Kysely<PlatformTables>;

  constructor(database: Database) {
    this.#tables = database.tables<PlatformTables>();
  }

  async register(
    name: string,
    kind: CheckpointTable['kind'],
    version: number,
    position?: LogPosition,
  ): Promise<void> {
    await this.#tables
      .insertInto('platform.checkpoint')
      .values({
        name,
        kind,
        version,
        position: position ?? null,
        updated_at: sql`now()`,
        failure_attempts: 0,
      })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
  }

  async read(name: string): Promise<Checkpoint | undefined> {
    const row = await this.#tables
      .selectFrom('platform.checkpoint')
      .selectAll()
      .where('name', '=', name)
      .executeTakeFirst();
    return row && toCheckpoint(row);
  }

  /** For an automation, whose effects are already in the log: only ever forwards, whoever else wrote meanwhile. */
  async advance(name: string, position: LogPosition): Promise<void> {
    await this.#tables
      .updateTable('platform.checkpoint')
      .set({ position, ...moved })
      .where('name', '=', name)
      .where((row) => row.or([row('position', 'is', null), row('position', '<', position)]))
      .execute();
  }

  async noteFailure(name: string, cause: string): Promise<void> {
    await this.#tables
      .updateTable('platform.checkpoint')
      .set({
        failure_cause: cause,
        failure_since: sql`coalesce(failure_since, now())`,
        failure_attempts: sql`failure_attempts + 1`,
      })
      .where('name', '=', name)
      .execute();
  }

  async clearFailure(name: string): Promise<void> {
    await this.#tables
      .updateTable('platform.checkpoint')
      .set(noFailure)
      .where('name', '=', name)
      .where('failure_cause', 'is not', null)
      .execute();
  }
}

/**
 * Locks a view's row for the transaction, or throws Busy at once. The transaction is committed without waiting for the
 * disk: after a crash rows and checkpoint are both those of a moment earlier, and the log gives the rest again.
 */
export async function lockCheckpoint(tx: AnyTransaction, name: string): Promise<Checkpoint> {
  try {
    const { rows } = await sql<Selectable<CheckpointTable>>`
      SELECT *, set_config('synchronous_commit', 'off', true)
      FROM platform.checkpoint WHERE name = ${name} FOR UPDATE NOWAIT`.execute(tx);
    if (!rows[0]) throw new Error(`the checkpoint of ${name} is gone`);
    return toCheckpoint(rows[0]);
  } catch (error) {
    throw lockFailure(error, name);
  }
}

function lockFailure(error: unknown, name: string): unknown {
  return (error as { code?: string }).code === '55P03' ? new Busy(`${name} is being worked on`) : error;
}

export interface Step {
  readonly version: number;
  readonly from: LogPosition | undefined;
  readonly to: LogPosition;
}

/**
 * The same lock, and the checkpoint already where the transaction will leave it, in one statement. Answers the number
 * of parked streams, or undefined when the checkpoint is no longer where the step begins.
 */
export async function takeStep(
  tx: AnyTransaction,
  name: string,
  { version, from, to }: Step,
): Promise<number | undefined> {
  try {
    const { rows } = await sql<{ parked: number }>`
      WITH locked AS MATERIALIZED (
        SELECT name, version, position, set_config('synchronous_commit', 'off', true)
        FROM platform.checkpoint WHERE name = ${name} FOR UPDATE NOWAIT
      )
      UPDATE platform.checkpoint AS own
      SET position = ${to}, updated_at = clock_timestamp(), failure_cause = NULL, failure_stream = NULL,
          failure_position = NULL, failure_since = NULL, failure_attempts = 0
      FROM locked
      WHERE own.name = locked.name AND locked.version = ${version}
        AND locked.position IS NOT DISTINCT FROM ${from ?? null}
      RETURNING own.parked`.execute(tx);
    return rows[0]?.parked;
  } catch (error) {
    throw lockFailure(error, name);
  }
}

export async function moveCheckpoint(
  tx: AnyTransaction,
  name: string,
  version: number,
  position: LogPosition | undefined,
): Promise<void> {
  await tablesOf<PlatformTables>(tx)
    .updateTable('platform.checkpoint')
    .set({ version, position: position ?? null, ...moved })
    .where('name', '=', name)
    .execute();
}

const noFailure = {
  failure_cause: null,
  failure_stream: null,
  failure_position: null,
  failure_since: null,
  failure_attempts: 0,
} as const;

const moved = { updated_at: sql<Date>`clock_timestamp()`, ...noFailure };

function toCheckpoint(row: Selectable<CheckpointTable>): Checkpoint {
  return {
    version: row.version,
    position: row.position ?? undefined,
    movedAtMs: row.updated_at.getTime(),
    parked: row.parked,
    ...(row.failure_cause === null
      ? {}
      : {
          failure: {
            cause: row.failure_cause,
            since: (row.failure_since ?? row.updated_at).toISOString(),
            attempts: row.failure_attempts,
          },
        }),
  };
}
