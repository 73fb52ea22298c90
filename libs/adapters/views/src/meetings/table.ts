import type { LocalText } from '@entente/agreement';
import type { PlannedMeeting } from '@entente/meeting';
import { sql, type Kysely } from 'kysely';

export const MEETINGS = 'meetings';

/** One signing meeting. */
export interface MeetingsTable {
  stream: string;
  space: string;
  meeting_id: string;
  title: LocalText;
  /** By the clock on its wall, in `zone`. */
  local_at: string;
  zone: string;
  place: string;
  status: PlannedMeeting['status'];
  agreement_ids: readonly string[];
  signed: number;
  /** The later, the smaller. */
  sort_key: number;
}

export async function createMeetings(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.meetings (
      stream text COLLATE "C" PRIMARY KEY,
      space text COLLATE "C" NOT NULL,
      meeting_id text COLLATE "C" NOT NULL,
      title jsonb NOT NULL,
      local_at text COLLATE "C" NOT NULL,
      zone text COLLATE "C" NOT NULL,
      place text NOT NULL,
      status text COLLATE "C" NOT NULL,
      agreement_ids text[] COLLATE "C" NOT NULL,
      signed integer NOT NULL,
      sort_key bigint NOT NULL
    )`.execute(database);
  await sql`CREATE INDEX ON views.meetings (space, sort_key, meeting_id)`.execute(database);
}
