import type { LogPosition } from '@entente/event-sourcing';
import { sql, type Kysely, type Selectable } from 'kysely';

import { causeOf } from '../logging/describe-error.js';
import type { ParkedTable, PlatformTables } from '../migrations.js';

/** Behind a view's name: the rows that a rebuild makes beside the live ones. */
export const REBUILDING = ' (rebuild)';

/** Why, in a word that says nothing about anybody: also for those who may not see the cause. */
export type ParkingReason = 'unreadable-event' | 'unknown-event' | 'failed';

/**
 * A stream that a consumer leaves out from one event on, until a retry gets past it. Views leave out all that the
 * event's command appended: nobody sees half an entry of a history.
 */
export interface ParkedStream {
  readonly consumer: string;
  readonly stream: string;
  readonly fromPosition: LogPosition;
  readonly revision: number;
  /** Of the event that is not known here, else of the one it begins with; undefined when it cannot be read at all. */
  readonly eventType: string | undefined;
  readonly reason: ParkingReason;
  /** For operators; without personal data. */
  readonly cause: string;
  /** UTC ISO. */
  readonly since: string;
  readonly attempts: number;
}

/** The entry that a consumer cannot get past. */
export interface Culprit {
  readonly stream: string;
  readonly position: LogPosition;
  readonly revision: number;
  readonly type: string | undefined;
  readonly error: unknown;
}

type Tables = Kysely<PlatformTables>;

/** Of some streams, those that are parked, with the position from which on they are left out. */
export async function parkedAmong(
  tables: Tables,
  consumer: string,
  streams?: readonly string[],
): Promise<ReadonlyMap<string, LogPosition>> {
  let query = tables
    .selectFrom('platform.parked')
    .select(['stream', 'from_position'])
    .where('consumer', '=', consumer);
  if (streams) query = query.where('stream', '=', sql<string>`any(${[...streams]}::text[])`);
  return new Map((await query.execute()).map((row) => [row.stream, row.from_position]));
}

/** Parks, or parks again from another event on. Call under the consumer's lock, in one transaction with its rows. */
export async function park(tables: Tables, consumer: string, culprits: readonly Culprit[]): Promise<void> {
  if (culprits.length === 0) return;
  await tables
    .insertInto('platform.parked')
    .values(
      culprits.map(({ stream, position, revision, type, error }) => ({
        consumer,
        stream,
        from_position: position,
        revision,
        event_type: type ?? null,
        reason: reasonOf(error),
        cause: causeOf(error),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['consumer', 'stream']).doUpdateSet({
        from_position: sql`excluded.from_position`,
        revision: sql`excluded.revision`,
        event_type: sql`excluded.event_type`,
        reason: sql`excluded.reason`,
        cause: sql`excluded.cause`,
        attempts: sql`parked.attempts + 1`,
        tried_at: sql`now()`,
      }),
    )
    .execute();
  await count(tables, consumer);
}

/** The same lock as for `park`. Undefined: all of the consumer. */
export async function unpark(tables: Tables, consumer: string, stream?: string): Promise<void> {
  let query = tables.deleteFrom('platform.parked').where('consumer', '=', consumer);
  if (stream !== undefined) query = query.where('stream', '=', stream);
  await query.execute();
  await count(tables, consumer);
}

export interface ParkedFilter {
  readonly consumer?: string;
  readonly streams?: readonly string[];
  /** Only those whose last attempt is so long ago that another one is due. */
  readonly due?: boolean;
}

/** The longest parked first. */
export async function listParked(tables: Tables, filter: ParkedFilter = {}): Promise<ParkedStream[]> {
  const { consumer, streams, due } = filter;
  let query = tables.selectFrom('platform.parked').selectAll();
  query =
    consumer === undefined
      ? // Of rows that nobody reads yet; they are the view's when its rebuild is done.
        query.where('consumer', 'not like', `%${REBUILDING}`)
      : query.where('consumer', '=', consumer);
  if (streams) query = query.where('stream', '=', sql<string>`any(${[...streams]}::text[])`);
  if (due === true) query = query.where(DUE);
  const rows = await query.orderBy('since').orderBy('consumer').orderBy('stream').execute();
  return rows.map(toParked);
}

/** After one minute, then two, four and so on up to an hour: what failed by chance, or for an older program, heals. */
const DUE = sql<boolean>`tried_at <= now() - least(interval '1 hour', interval '1 minute' * 2 ^ least(attempts - 1, 6))`;

/** Kept beside the checkpoint, so that a consumer with nothing parked, the rule, need not look further. */
async function count(tables: Tables, consumer: string): Promise<void> {
  await tables
    .updateTable('platform.checkpoint')
    .set({
      parked: sql`(SELECT count(*) FROM platform.parked AS p WHERE p.consumer = checkpoint.name)`,
    })
    .where('name', '=', consumer)
    .execute();
}

function reasonOf(error: unknown): ParkingReason {
  switch (Error.isError(error) ? error.name : '') {
    case 'UnreadableEvent':
      return 'unreadable-event';
    case 'UnknownEvent':
      return 'unknown-event';
    default:
      return 'failed';
  }
}

function toParked(row: Selectable<ParkedTable>): ParkedStream {
  return {
    consumer: row.consumer,
    stream: row.stream,
    fromPosition: row.from_position,
    revision: row.revision,
    eventType: row.event_type ?? undefined,
    reason: row.reason,
    cause: row.cause,
    since: row.since.toISOString(),
    attempts: row.attempts,
  };
}
