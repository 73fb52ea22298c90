import { sql, type Kysely } from 'kysely';

export const DUTIES_HANDED_BACK = 'duties-handed-back';

/** What somebody was reminded of and said is not theirs, while nobody knows whose it is. */
export interface DutiesHandedBackTable {
  /** Of the reminders. */
  stream: string;
  /** Deadline and position. */
  duty: string;
  space: string;
  agreement_id: string;
  deadline_id: string;
  position_id: string;
  person_id: string;
  /** What they said beside, sealed; null: nothing. */
  word: string | null;
  said_at: string;
}

export async function createDutiesHandedBack(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.duties_handed_back (
      stream text COLLATE "C" NOT NULL,
      duty text COLLATE "C" NOT NULL,
      space text COLLATE "C" NOT NULL,
      agreement_id text COLLATE "C" NOT NULL,
      deadline_id text COLLATE "C" NOT NULL,
      position_id text COLLATE "C" NOT NULL,
      person_id text COLLATE "C" NOT NULL,
      word jsonb,
      said_at text COLLATE "C" NOT NULL,
      PRIMARY KEY (stream, duty)
    )`.execute(database);
  await sql`CREATE INDEX ON views.duties_handed_back (space, said_at)`.execute(database);
}
