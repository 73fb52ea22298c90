import type { CalendarPublished } from '@entente/directory';
import { sql, type Kysely } from 'kysely';

export const CALENDARS = 'calendars';

/** The newest published version of a calendar. */
export interface CalendarsTable {
  stream: string;
  space: string;
  calendar_id: string;
  version: number;
  published: CalendarPublished['data'];
}

export async function createCalendars(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.calendars (
      stream text COLLATE "C" PRIMARY KEY,
      space text COLLATE "C" NOT NULL,
      calendar_id text COLLATE "C" NOT NULL,
      version integer NOT NULL,
      published jsonb NOT NULL
    )`.execute(database);
  await sql`CREATE INDEX ON views.calendars (space, calendar_id)`.execute(database);
}
