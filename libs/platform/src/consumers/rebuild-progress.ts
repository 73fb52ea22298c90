import type { LogPosition } from '@entente/event-sourcing';
import { sql, type Kysely } from 'kysely';

import type { PlatformTables } from '../migrations.js';
import { Busy } from './busy.js';

/** How far the rows are that a rebuild makes beside the live ones. */
export interface RebuildProgress {
  /** Of the code that makes them. */
  readonly version: number;
  /** Streams are read one after the other, each up to here; undefined when the store gives only the log. */
  readonly upTo: LogPosition | undefined;
  /** The last of them so far. */
  readonly afterStream: string | undefined;
  /** All streams are read; since then the log is, and everything up to here is in the rows. */
  readonly position: LogPosition | undefined;
  readonly events: number;
  /** UTC ISO. */
  readonly since: string;
}

type Tables = Kysely<PlatformTables>;
type Place = Pick<RebuildProgress, 'afterStream' | 'position' | 'events'>;

export async function readProgress(tables: Tables, consumer: string): Promise<RebuildProgress | undefined> {
  const row = await tables
    .selectFrom('platform.rebuild')
    .selectAll()
    .where('consumer', '=', consumer)
    .executeTakeFirst();
  return (
    row && {
      version: row.version,
      upTo: row.up_to ?? undefined,
      afterStream: row.after_stream ?? undefined,
      position: row.position ?? undefined,
      events: row.events,
      since: row.started_at.toISOString(),
    }
  );
}

/** Of every rebuild that is under way or was stopped, by the view's name. */
export async function allProgress(
  tables: Tables,
): Promise<ReadonlyMap<string, Pick<RebuildProgress, 'version' | 'events' | 'since'>>> {
  const rows = await tables
    .selectFrom('platform.rebuild')
    .select(['consumer', 'version', 'events', 'started_at'])
    .execute();
  return new Map(
    rows.map(({ consumer, version, events, started_at }) => [
      consumer,
      { version, events, since: started_at.toISOString() },
    ]),
  );
}

export async function beginProgress(
  tables: Tables,
  consumer: string,
  version: number,
  upTo: LogPosition | undefined,
): Promise<void> {
  await forgetProgress(tables, consumer);
  await tables
    .insertInto('platform.rebuild')
    .values({ consumer, version, up_to: upTo ?? null, after_stream: null, position: null })
    .execute();
}

/** In the transaction of the rows. Throws Busy when another worker has moved it: one whose connection broke is not alone. */
export async function moveProgress(
  tables: Tables,
  consumer: string,
  { from, to }: { readonly from: RebuildProgress; readonly to: Place },
): Promise<RebuildProgress> {
  const { numUpdatedRows } = await tables
    .updateTable('platform.rebuild')
    .set({ after_stream: to.afterStream ?? null, position: to.position ?? null, events: to.events })
    .where('consumer', '=', consumer)
    .where('version', '=', from.version)
    .where('events', '=', from.events)
    .where('after_stream', 'is not distinct from', from.afterStream ?? null)
    .where('position', 'is not distinct from', from.position ?? null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Busy(`the rebuild of ${consumer} was taken over`);
  return { ...from, ...to };
}

export async function forgetProgress(tables: Tables, consumer: string): Promise<void> {
  await tables.deleteFrom('platform.rebuild').where('consumer', '=', consumer).execute();
}

/** What was parked under one name is so under another one, in place of what was parked there. Answers whether that differs. */
export async function moveParked(
  tables: Tables,
  from: string,
  to: string,
): Promise<{ readonly parked: number; readonly isSame: boolean }> {
  const { rows } = await sql<{ parked: number; both: number; before: number }>`
    SELECT (SELECT count(*) FROM platform.parked WHERE consumer = ${from}) AS parked,
           (SELECT count(*) FROM platform.parked WHERE consumer = ${to}) AS before,
           (SELECT count(*) FROM platform.parked AS a JOIN platform.parked AS b USING (stream, from_position)
             WHERE a.consumer = ${from} AND b.consumer = ${to}) AS both`.execute(tables);
  const { parked = 0, before = 0, both = 0 } = rows[0] ?? {};
  if (parked + before > 0) {
    // Parked anew is parked since the first time.
    await sql`
      UPDATE platform.parked AS new SET since = old.since, attempts = old.attempts + 1
        FROM platform.parked AS old
       WHERE new.consumer = ${from} AND old.consumer = ${to} AND old.stream = new.stream`.execute(tables);
    await sql`DELETE FROM platform.parked WHERE consumer = ${to}`.execute(tables);
    await sql`UPDATE platform.parked SET consumer = ${to} WHERE consumer = ${from}`.execute(tables);
    await sql`UPDATE platform.checkpoint SET parked = ${parked} WHERE name = ${to}`.execute(tables);
  }
  return { parked, isSame: parked === both && before === both };
}
