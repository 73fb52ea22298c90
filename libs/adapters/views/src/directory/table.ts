import type { LocalText, PositionRole, ReminderSettings } from '@entente/directory';
import { sql, type Kysely } from 'kysely';

export const DIRECTORY = 'directory';

/** Holds a vacant position: no person has this id. The row stays for the title. */
export const NOBODY = '';

/** What organisations and people have in common as lists. */
export interface NamedTable {
  stream: string;
  space: string;
  id: string;
  name: LocalText;
  /** The beginning of the name: lists are sorted by it. */
  sort_key: string;
  /** The name; never a person's address, which searching would give away. */
  search: string;
}

export type OrganisationsTable = NamedTable;

/** As it stands in the log: read it through the seals. */
export interface Contact {
  readonly name: LocalText | null;
  readonly email?: string | null;
}

/** Of what all lists have, a person's row has the id alone: a name that is erased must stand nowhere. */
export interface PeopleTable extends NamedTable {
  email: null;
  contact: Contact | null;
  zone: string | null;
  language: 'zh' | 'en';
  /** Mail to the address came back. */
  bounced: { readonly status: string; readonly at: string } | null;
  /** What the person said of how they are reminded, but for why. */
  reminders: Omit<ReminderSettings, 'muteReason'> | null;
}

export interface PositionsTable {
  /** Of its organisation. */
  stream: string;
  position_id: string;
  space: string;
  organisation_id: string;
  /** Place among its organisation's positions. */
  ordinal: number;
  title: LocalText;
  roles: readonly PositionRole[];
  /** Who holds it, or NOBODY. */
  person_id: string;
}

export async function createDirectory(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.organisations (
      stream text COLLATE "C" PRIMARY KEY,
      space text COLLATE "C" NOT NULL,
      id text COLLATE "C" NOT NULL,
      name jsonb NOT NULL,
      sort_key text COLLATE "C" NOT NULL,
      search text COLLATE "C" NOT NULL
    )`.execute(database);
  await sql`CREATE INDEX ON views.organisations (space, sort_key, id)`.execute(database);
  await sql`CREATE INDEX ON views.organisations (space, id)`.execute(database);
  await sql`
    CREATE TABLE views.positions (
      stream text COLLATE "C" NOT NULL,
      position_id text COLLATE "C" NOT NULL,
      space text COLLATE "C" NOT NULL,
      organisation_id text COLLATE "C" NOT NULL,
      ordinal integer NOT NULL,
      title jsonb NOT NULL,
      roles text[] COLLATE "C" NOT NULL,
      person_id text COLLATE "C" NOT NULL,
      PRIMARY KEY (stream, position_id)
    )`.execute(database);
  await sql`CREATE INDEX ON views.positions (space, position_id)`.execute(database);
  await sql`CREATE INDEX ON views.positions (space, person_id)`.execute(database);
  await sql`
    CREATE TABLE views.people (
      stream text COLLATE "C" PRIMARY KEY,
      space text COLLATE "C" NOT NULL,
      id text COLLATE "C" NOT NULL,
      name jsonb NOT NULL,
      email text,
      zone text,
      language text COLLATE "C" NOT NULL,
      sort_key text COLLATE "C" NOT NULL,
      search text COLLATE "C" NOT NULL
    )`.execute(database);
  await sql`CREATE INDEX ON views.people (space, sort_key, id)`.execute(database);
  await sql`CREATE INDEX ON views.people (space, id)`.execute(database);
}

export async function addReminderSettings(database: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE views.people ADD COLUMN reminders jsonb`.execute(database);
}

/** Names and addresses of people as the log has them, which is sealed. */
export async function addContacts(database: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE views.people ADD COLUMN contact jsonb`.execute(database);
}

export async function addBounced(database: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE views.people ADD COLUMN bounced jsonb`.execute(database);
  await sql`CREATE INDEX ON views.people (space) WHERE bounced IS NOT NULL`.execute(database);
}
