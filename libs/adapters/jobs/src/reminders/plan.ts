import type { Database } from '@entente/platform';
import { sql, type Kysely } from 'kysely';

import type { PlanTable, ReminderTables } from './plan-table.js';
import { hintIn, jobIdOf, type ReminderHint } from './reminder-hint.js';

export interface OpenStep extends ReminderHint {
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** What of a space is meant: its open steps up to an instant, UTC ISO text. */
export interface Window {
  readonly space: string;
  readonly until: string;
}

type Columns = Pick<PlanTable, 'space' | 'agreement_id' | 'deadline_id' | 'step' | 'version'> & {
  readonly at: Date;
};
const COLUMNS = ['space', 'agreement_id', 'deadline_id', 'step', 'version', 'at'] as const;
const ORDER = ['at', 'agreement_id', 'deadline_id', 'step', 'version'] as const;

/** Reads the plan's table. */
export class Plan {
  readonly #tables: Kysely<ReminderTables>;

  constructor(database: Database) {
    this.#tables = database.tables<ReminderTables>();
  }

  /** Those with something left to do. */
  async spaces(): Promise<readonly string[]> {
    // Spaces are few and rows are many: one step through the index of open ones for each.
    const { rows } = await sql<{ space: string | null }>`
      WITH RECURSIVE found AS (
        SELECT min(space) AS space FROM reminder.plan WHERE status = 'open'
        UNION ALL
        SELECT (SELECT min(plan.space) FROM reminder.plan WHERE status = 'open' AND plan.space > found.space)
        FROM found WHERE found.space IS NOT NULL
      ) SELECT space FROM found WHERE space IS NOT NULL`.execute(this.#tables);
    return rows.flatMap(({ space }) => (space === null ? [] : [space]));
  }

  /** Open steps of a window, the earliest first, as many at a time as memory is meant to hold. */
  async *pages(window: Window, size: number): AsyncGenerator<readonly OpenStep[], void, undefined> {
    let last: OpenStep | undefined;
    for (;;) {
      let query = this.#open(window);
      if (last) {
        const at = sql<Date>`${new Date(last.atMs).toISOString()}::timestamptz`;
        // The first condition says nothing new; it is the one that the index can begin with.
        query = query
          .where('at', '>=', at)
          .where(
            sql<boolean>`(at, agreement_id, deadline_id, step, version) > (${at}, ${last.agreementId}, ${last.deadlineId}, ${last.step}, ${last.version})`,
          );
      }
      for (const column of ORDER) query = query.orderBy(column);
      const page = (await query.limit(size).execute()).map(stepOf);
      if (page.length > 0) yield page;
      if (page.length < size) return;
      last = page.at(-1);
    }
  }

  async openOf(window: Window, agreementId: string): Promise<readonly OpenStep[]> {
    return (await this.#open(window).where('agreement_id', '=', agreementId).execute()).map(stepOf);
  }

  /** Of these jobs, those of an open step in one of the windows. */
  async wanted(windows: readonly Window[], jobIds: readonly string[]): Promise<ReadonlySet<string>> {
    const hints = jobIds.flatMap((id) => hintIn(id) ?? []);
    const { rows } = await sql<Omit<Columns, 'at'>>`
      SELECT plan.space, plan.agreement_id, plan.deadline_id, plan.step, plan.version
      FROM unnest(${windows.map(({ space }) => space)}::text[], ${windows.map(({ until }) => until)}::timestamptz[])
             AS meant (space, until),
           unnest(${hints.map(({ agreementId }) => agreementId)}::uuid[], ${hints.map(({ deadlineId }) => deadlineId)}::text[],
                  ${hints.map(({ step }) => step)}::text[], ${hints.map(({ version }) => version)}::integer[])
             AS job (agreement_id, deadline_id, step, version)
      JOIN reminder.plan USING (agreement_id, deadline_id, step, version)
      WHERE plan.space = meant.space AND plan.status = 'open' AND plan.at <= meant.until`.execute(
      this.#tables,
    );
    return new Set(rows.map((row) => jobIdOf(hintOf(row))));
  }

  #open({ space, until }: Window) {
    return this.#tables
      .selectFrom('reminder.plan')
      .select(COLUMNS)
      .where('space', '=', space)
      .where('status', '=', 'open')
      .where('at', '<=', sql<Date>`${until}::timestamptz`);
  }
}

function hintOf(row: Omit<Columns, 'at'>): ReminderHint {
  return {
    space: row.space,
    agreementId: row.agreement_id,
    deadlineId: row.deadline_id,
    step: row.step,
    version: row.version,
  };
}

function stepOf(row: Columns): OpenStep {
  return { ...hintOf(row), atMs: row.at.getTime() };
}
