import { sql, type ColumnType, type Kysely } from 'kysely';

export interface PlanTable {
  space: string;
  agreement_id: string;
  deadline_id: string;
  step: string;
  version: number;
  at: ColumnType<Date, string, string>;
  /** `done`: told of in the log for everyone it is for. */
  status: 'open' | 'done';
}

export interface ReminderTables {
  'reminder.plan': PlanTable;
}

export async function createPlan(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE reminder.plan (
      space text COLLATE "C" NOT NULL,
      agreement_id text COLLATE "C" NOT NULL,
      deadline_id text COLLATE "C" NOT NULL,
      step text COLLATE "C" NOT NULL,
      version integer NOT NULL,
      at timestamptz NOT NULL,
      status text COLLATE "C" NOT NULL CHECK (status IN ('open', 'done')),
      PRIMARY KEY (space, agreement_id, deadline_id, step, version)
    )`.execute(database);
  await sql`CREATE INDEX ON reminder.plan (space, at) WHERE status = 'open'`.execute(database);
}

/** An agreement's id as the number it is: in the table and in both of its indexes it is most of a row. */
export async function numberAgreements(database: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE reminder.plan
      DROP CONSTRAINT plan_pkey,
      ALTER COLUMN agreement_id TYPE uuid USING agreement_id::uuid,
      ADD PRIMARY KEY (agreement_id, deadline_id, step, version, space)`.execute(database);
}
