import { sql, type Kysely } from 'kysely';

export const PEOPLE_UNREACHED = 'people-unreached';

/** Whom mail about an agreement's deadlines did not reach, whether or not the address was repaired since. */
export interface PeopleUnreachedTable {
  /** Of the reminders. */
  stream: string;
  person_id: string;
  space: string;
  agreement_id: string;
}

export async function createPeopleUnreached(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.people_unreached (
      stream text COLLATE "C" NOT NULL,
      person_id text COLLATE "C" NOT NULL,
      space text COLLATE "C" NOT NULL,
      agreement_id text COLLATE "C" NOT NULL,
      PRIMARY KEY (stream, person_id)
    )`.execute(database);
  await sql`CREATE INDEX ON views.people_unreached (space, person_id)`.execute(database);
}
