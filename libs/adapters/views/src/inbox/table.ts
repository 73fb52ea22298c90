import type { ReminderChannel } from '@entente/reminder';
import { sql, type Kysely } from 'kysely';

export const INBOX = 'inbox';

/** One reminder of one person. Instants are UTC ISO text of one width, which sorts like time. */
export interface InboxTable {
  /** Of the agreement's reminders. */
  stream: string;
  /** Id of the event that tells of it. */
  item_id: string;
  space: string;
  person_id: string;
  agreement_id: string;
  deadline_id: string;
  step: string;
  channel: ReminderChannel;
  at: string;
}

/** What a person has read of theirs. */
export interface InboxReadTable {
  /** The person's. */
  stream: string;
  space: string;
  person_id: string;
  /** All up to this moment; empty: of none it was said. */
  until: string;
  items: readonly string[];
}

export async function createInbox(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.inbox (
      stream text COLLATE "C" NOT NULL,
      item_id text COLLATE "C" NOT NULL,
      space text COLLATE "C" NOT NULL,
      person_id text COLLATE "C" NOT NULL,
      agreement_id text COLLATE "C" NOT NULL,
      deadline_id text COLLATE "C" NOT NULL,
      step text COLLATE "C" NOT NULL,
      channel text COLLATE "C" NOT NULL,
      at text COLLATE "C" NOT NULL,
      PRIMARY KEY (stream, item_id)
    )`.execute(database);
  await sql`CREATE INDEX ON views.inbox (space, person_id, at DESC, item_id DESC)`.execute(database);
  await sql`
    CREATE TABLE views.inbox_read (
      stream text COLLATE "C" PRIMARY KEY,
      space text COLLATE "C" NOT NULL,
      person_id text COLLATE "C" NOT NULL,
      until text COLLATE "C" NOT NULL,
      items text[] COLLATE "C" NOT NULL
    )`.execute(database);
  await sql`CREATE INDEX ON views.inbox_read (space, person_id)`.execute(database);
}
