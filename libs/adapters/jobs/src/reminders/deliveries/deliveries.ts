import type { Database } from '@entente/platform';
import type { SuppressReason } from '@entente/reminder';
import { sql, type Kysely, type Selectable } from 'kysely';

import { deliveryOf, rowOf, type Assignment, type Delivery, type Settled } from './delivery.js';
import type { DeliveryTable, DeliveryTables } from './table.js';

/** What is still to go to a person, and when they were last told something. */
export interface Pending {
  readonly open: readonly Delivery[];
  /** When the person was last sent what counts as the message of a day. */
  readonly lastToldAt?: string;
}

/** Longer than any local day. */
const TOLD_WITHIN = '40 hours';

export interface LateDelivery extends Delivery {
  readonly sentAt: string;
}

export interface Late {
  readonly total: number;
  readonly worstMs: number;
  readonly latest: readonly LateDelivery[];
}

/** The table of who is to be reminded of what, and when: made from plan, directory and log, and made again when lost. */
export class Deliveries {
  readonly #tables: Kysely<DeliveryTables>;

  constructor(database: Database) {
    this.#tables = database.tables<DeliveryTables>();
  }

  /** What is under way or settled stays as it is; what is another's now, or was moot, is assigned anew. */
  async assign(assignments: readonly Assignment[]): Promise<void> {
    if (assignments.length === 0) return;
    await sql`
      INSERT INTO reminder.deliveries AS old
        (key, space, agreement_id, deadline_id, version, step, position_id, person_id, zone, at, opens_at, next_at, local_day, state)
      SELECT key, space, agreement_id, deadline_id, version, step, position_id, person_id, zone, at, opens_at, opens_at, local_day, 'assigned'
      FROM json_populate_recordset(NULL::reminder.deliveries, ${JSON.stringify(assignments.map(rowOf))}::json)
      ORDER BY key
      ON CONFLICT (key) DO UPDATE SET
        person_id = excluded.person_id, zone = excluded.zone, at = excluded.at, opens_at = excluded.opens_at,
        next_at = excluded.next_at, local_day = excluded.local_day, state = 'assigned'
      WHERE old.state = 'moot' OR (old.state = 'assigned' AND old.person_id <> excluded.person_id)`.execute(
      this.#tables,
    );
  }

  async pendingOf(space: string, personId: string, now: string): Promise<Pending> {
    const { rows } = await sql<Selectable<DeliveryTable>>`
      (SELECT * FROM reminder.deliveries
       WHERE space = ${space} AND person_id = ${personId} AND state IN ('assigned', 'sending') AND next_at <= ${now}::timestamptz
       ORDER BY key)
      UNION ALL
      (SELECT * FROM reminder.deliveries
       WHERE space = ${space} AND person_id = ${personId} AND state = 'sent' AND step NOT LIKE 'escalate-%'
         AND sent_at > ${now}::timestamptz - ${TOLD_WITHIN}::interval
       ORDER BY sent_at DESC LIMIT 1)`.execute(this.#tables);
    const lastToldAt = rows.find(({ state }) => state === 'sent')?.sent_at?.toISOString();
    const open = rows.filter(({ state }) => state !== 'sent').map(deliveryOf);
    return { open, ...(lastToldAt === undefined ? {} : { lastToldAt }) };
  }

  /** Puts them into one message, before it is sent: whoever comes after a death sends that one again. */
  async putInto(deliveryId: string, keys: readonly string[], localDay: string): Promise<void> {
    await sql`
      UPDATE reminder.deliveries SET state = 'sending', delivery_id = ${deliveryId}::uuid, local_day = ${localDay}
      WHERE key = ANY(${keys}::text[])`.execute(this.#tables);
  }

  /** The message was certainly not taken: the next one may hold something else. */
  async takeOut(keys: readonly string[]): Promise<void> {
    await sql`
      UPDATE reminder.deliveries SET state = 'assigned', delivery_id = NULL
      WHERE key = ANY(${keys}::text[])`.execute(this.#tables);
  }

  async sent(keys: readonly string[], at: string): Promise<void> {
    await sql`
      UPDATE reminder.deliveries SET state = 'sent', sent_at = ${at}::timestamptz
      WHERE key = ANY(${keys}::text[])`.execute(this.#tables);
  }

  async held(key: string, reason: SuppressReason): Promise<void> {
    await sql`
      UPDATE reminder.deliveries SET state = 'held', reason = ${reason}, delivery_id = NULL
      WHERE key = ${key}`.execute(this.#tables);
  }

  async moot(key: string): Promise<void> {
    await sql`
      UPDATE reminder.deliveries SET state = 'moot', delivery_id = NULL WHERE key = ${key}`.execute(
      this.#tables,
    );
  }

  /** Nothing ran, or may go out, at its time. */
  async postpone(key: string, nextAt: string): Promise<void> {
    await sql`
      UPDATE reminder.deliveries SET next_at = ${nextAt}::timestamptz WHERE key = ${key}`.execute(
      this.#tables,
    );
  }

  /** By rule it goes out on another day. */
  async moveTo(key: string, opensAt: string, localDay: string): Promise<void> {
    await sql`
      UPDATE reminder.deliveries
      SET opens_at = ${opensAt}::timestamptz, next_at = ${opensAt}::timestamptz, local_day = ${localDay}
      WHERE key = ${key}`.execute(this.#tables);
  }

  /** It is somebody else's duty now. */
  async reassign(key: string, assignment: Assignment): Promise<void> {
    const { personId, zone, opensAt, localDay } = assignment;
    await sql`
      UPDATE reminder.deliveries
      SET person_id = ${personId}, zone = ${zone}, opens_at = ${opensAt}::timestamptz, next_at = ${opensAt}::timestamptz,
          local_day = ${localDay}, state = 'assigned', delivery_id = NULL
      WHERE key = ${key}`.execute(this.#tables);
  }

  /** Those of these that are still to go out: to whom, and when they are looked at next. */
  async openAmong(
    keys: readonly string[],
  ): Promise<readonly { readonly personId: string; readonly nextAt: string }[]> {
    const { rows } = await sql<{ person_id: string; next_at: Date }>`
      SELECT person_id, next_at FROM reminder.deliveries
      WHERE key = ANY(${keys}::text[]) AND state IN ('assigned', 'sending')
      ORDER BY key`.execute(this.#tables);
    return rows.map(({ person_id: personId, next_at }) => ({ personId, nextAt: next_at.toISOString() }));
  }

  /** What was settled before then: it is in the log, and tells nothing of today. Answers how many. */
  async prune(space: string, before: string): Promise<number> {
    const { numAffectedRows } = await sql`
      DELETE FROM reminder.deliveries
      WHERE space = ${space} AND state IN ('sent', 'held', 'moot')
        AND greatest(sent_at, next_at) < ${before}::timestamptz`.execute(this.#tables);
    return Number(numAffectedRows ?? 0);
  }

  async isEmpty(space: string): Promise<boolean> {
    const { rows } = await sql`SELECT FROM reminder.deliveries WHERE space = ${space} LIMIT 1`.execute(
      this.#tables,
    );
    return rows.length === 0;
  }

  /** What is there already stays. */
  async restore(settled: readonly Settled[]): Promise<void> {
    const rows = settled.map((one) => ({
      ...rowOf(one),
      next_at: one.opensAt,
      state: one.state,
      reason: one.reason ?? null,
      delivery_id: one.deliveryId ?? null,
      sent_at: one.sentAt ?? null,
    }));
    if (rows.length === 0) return;
    await sql`
      INSERT INTO reminder.deliveries
      SELECT * FROM json_populate_recordset(NULL::reminder.deliveries, ${JSON.stringify(rows)}::json)
      ON CONFLICT DO NOTHING`.execute(this.#tables);
  }

  /** What was sent at least so many minutes after it might have been, the latest first. */
  async late(space: string, since: string, minutes: number, limit: number): Promise<Late> {
    const { rows } = await sql<Selectable<DeliveryTable> & { total: number; worst_ms: number }>`
      SELECT *, count(*) OVER () AS total,
        floor(extract(epoch FROM max(sent_at - opens_at) OVER ()) * 1000)::bigint AS worst_ms
      FROM reminder.deliveries
      WHERE space = ${space} AND state = 'sent' AND sent_at >= ${since}::timestamptz
        AND sent_at - opens_at >= make_interval(mins => ${minutes})
      ORDER BY sent_at - opens_at DESC, key
      LIMIT ${limit}`.execute(this.#tables);
    const latest = rows.map((row) => ({ ...deliveryOf(row), sentAt: row.sent_at?.toISOString() ?? '' }));
    return { total: rows[0]?.total ?? 0, worstMs: rows[0]?.worst_ms ?? 0, latest };
  }

  /** Agreements with reminders until then that nobody is assigned to. */
  async unassigned(space: string, until: string): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`
      SELECT DISTINCT plan.agreement_id::text AS id FROM reminder.plan
      WHERE plan.space = ${space} AND plan.status = 'open' AND plan.at <= ${until}::timestamptz
        AND plan.step <> 'elapse' AND plan.step NOT LIKE 'escalate-%'
        AND NOT EXISTS (
          SELECT FROM reminder.deliveries AS known
          WHERE known.agreement_id = plan.agreement_id::text AND known.deadline_id = plan.deadline_id
            AND known.version = plan.version AND known.step = plan.step)
      ORDER BY id`.execute(this.#tables);
    return rows.map(({ id }) => id);
  }

  /** People whose hours begin before their reminders' own time. */
  async earlyPeople(space: string, now: string): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`
      SELECT DISTINCT person_id AS id FROM reminder.deliveries
      WHERE space = ${space} AND state IN ('assigned', 'sending')
        AND next_at <= ${now}::timestamptz AND at > ${now}::timestamptz
      ORDER BY id`.execute(this.#tables);
    return rows.map(({ id }) => id);
  }
}
