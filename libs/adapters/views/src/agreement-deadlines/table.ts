import type { DeadlineKind, LocalText } from '@entente/agreement';
import { sql, type Kysely } from 'kysely';

export const AGREEMENT_DEADLINES = 'agreement-deadlines';

/** One open deadline; what is said of its letter stands on the board. Instants are UTC ISO text of one width. */
export interface AgreementDeadlinesTable {
  stream: string;
  deadline_id: string;
  space: string;
  agreement_id: string;
  kind: DeadlineKind;
  /** A stage or a milestone. */
  subject: string;
  milestone_title: LocalText | null;
  /** Whose duty it is: ids of parties, or `coordinator`. */
  who: readonly string[];
  rule: string;
  calendar: string;
  zone: string;
  local_date: string;
  /** First instant at which it is missed. */
  due_at: string;
  provisional: boolean;
  /** No time counts for it. */
  suspended: boolean;
}

export async function createAgreementDeadlines(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.agreement_deadlines (
      stream text COLLATE "C" NOT NULL,
      deadline_id text COLLATE "C" NOT NULL,
      space text COLLATE "C" NOT NULL,
      agreement_id text COLLATE "C" NOT NULL,
      kind text COLLATE "C" NOT NULL,
      subject text COLLATE "C" NOT NULL,
      milestone_title jsonb,
      who text[] COLLATE "C" NOT NULL,
      rule text COLLATE "C" NOT NULL,
      calendar text COLLATE "C" NOT NULL,
      zone text COLLATE "C" NOT NULL,
      local_date text COLLATE "C" NOT NULL,
      due_at text COLLATE "C" NOT NULL,
      provisional boolean NOT NULL,
      PRIMARY KEY (stream, deadline_id)
    )`.execute(database);
  await sql`CREATE INDEX ON views.agreement_deadlines (space, due_at, agreement_id, deadline_id)`.execute(
    database,
  );
}

export async function addSuspended(database: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE views.agreement_deadlines ADD COLUMN suspended boolean NOT NULL DEFAULT false`.execute(
    database,
  );
}

/** Agreement by agreement, for whoever goes through all of them. */
export async function addDeadlinesByAgreement(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX ON views.agreement_deadlines (space, agreement_id)`.execute(database);
}
