import type { Database } from '@entente/platform';
import { sql, type Kysely, type Selectable } from 'kysely';

import type { PlanTable, ReminderTables } from './plan-table.js';
import type { ReminderHint } from './reminder-hint.js';

export interface OpenStep extends ReminderHint {
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** Reads the plan's table. */
export class Plan {
  readonly #tables: Kysely<ReminderTables>;

  constructor(database: Database) {
    this.#tables = database.tables<ReminderTables>();
  }

  async spaces(): Promise<readonly string[]> {
    // Spaces are few and rows are many: one step through the index for each.
    const { rows } = await sql<{ space: string | null }>`
      WITH RECURSIVE found AS (
        SELECT min(space) AS space FROM reminder.plan
        UNION ALL
        SELECT (SELECT min(plan.space) FROM reminder.plan WHERE plan.space > found.space) FROM found WHERE found.space IS NOT NULL
      ) SELECT space FROM found WHERE space IS NOT NULL`.execute(this.#tables);
    return rows.flatMap(({ space }) => (space === null ? [] : [space]));
  }

  /** Open steps of a space up to an instant, the earliest first. */
  async open(space: string, until: string, limit?: number): Promise<readonly OpenStep[]> {
    let query = this.#tables
      .selectFrom('reminder.plan')
      .selectAll()
      .where('space', '=', space)
      .where('status', '=', 'open')
      .where('at', '<=', sql<Date>`${until}::timestamptz`)
      .orderBy('at');
    if (limit !== undefined) query = query.limit(limit);
    return (await query.execute()).map(stepOf);
  }

  async openOf(space: string, agreementId: string, until: string): Promise<readonly OpenStep[]> {
    const rows = await this.#tables
      .selectFrom('reminder.plan')
      .selectAll()
      .where('space', '=', space)
      .where('agreement_id', '=', agreementId)
      .where('status', '=', 'open')
      .where('at', '<=', sql<Date>`${until}::timestamptz`)
      .execute();
    return rows.map(stepOf);
  }
}

function stepOf(row: Selectable<PlanTable>): OpenStep {
  return {
    space: row.space,
    agreementId: row.agreement_id,
    deadlineId: row.deadline_id,
    step: row.step,
    version: row.version,
    atMs: row.at.getTime(),
  };
}
