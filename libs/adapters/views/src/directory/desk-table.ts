import type { Desk, LocalText } from '@entente/directory';
import { parseStreamName } from '@entente/event-sourcing';
import { sql, type Kysely } from 'kysely';

/** One desk. */
export interface DesksTable {
  stream: string;
  space: string;
  id: string;
  name: LocalText;
  /** UTC ISO text; the first desk of a space looks after whatever names no other. */
  opened_at: string;
  offered_to: string | null;
  offered_from: string | null;
}

/** Somebody at a desk, from a day and up to, without it, another. */
export interface DeskHoldersTable {
  stream: string;
  ordinal: number;
  space: string;
  desk_id: string;
  person_id: string;
  /** From which they coordinate. */
  position_id: string;
  from_day: string;
  until_day: string | null;
}

export async function addDesks(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.desks (
      stream text COLLATE "C" PRIMARY KEY,
      space text COLLATE "C" NOT NULL,
      id text COLLATE "C" NOT NULL,
      name jsonb NOT NULL,
      opened_at text COLLATE "C" NOT NULL,
      offered_to text COLLATE "C",
      offered_from text COLLATE "C"
    )`.execute(database);
  await sql`CREATE INDEX ON views.desks (space, opened_at, id)`.execute(database);
  await sql`
    CREATE TABLE views.desk_holders (
      stream text COLLATE "C" NOT NULL,
      ordinal integer NOT NULL,
      space text COLLATE "C" NOT NULL,
      desk_id text COLLATE "C" NOT NULL,
      person_id text COLLATE "C" NOT NULL,
      position_id text COLLATE "C" NOT NULL,
      from_day text COLLATE "C" NOT NULL,
      until_day text COLLATE "C",
      PRIMARY KEY (stream, ordinal)
    )`.execute(database);
  await sql`ALTER TABLE views.agreement_board ADD COLUMN desk_id text COLLATE "C"`.execute(database);
  await sql`ALTER TABLE views.agreement_work ADD COLUMN desk_id text COLLATE "C"`.execute(database);
}

export function deskRows(stream: string, desk: Desk): DesksTable[] {
  if (desk.status === 'none') return [];
  const { space, id } = parseStreamName(stream);
  const { name, offer, openedAt } = desk;
  const offered = { offered_to: offer?.personId ?? null, offered_from: offer?.from ?? null };
  return [{ stream, space, id, name, opened_at: openedAt, ...offered }];
}

export function deskHolderRows(stream: string, desk: Desk): DeskHoldersTable[] {
  if (desk.status === 'none') return [];
  const { space, id } = parseStreamName(stream);
  return desk.tenures.map(({ personId, positionId, from, until = null }, ordinal) => ({
    stream,
    ordinal,
    space,
    desk_id: id,
    person_id: personId,
    position_id: positionId,
    from_day: from,
    until_day: until,
  }));
}
