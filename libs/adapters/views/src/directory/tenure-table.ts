import type { LocalText, Organisation, PositionRole } from '@entente/directory';
import { parseStreamName } from '@entente/event-sourcing';
import { sql, type Kysely } from 'kysely';

/** Somebody in a position of an organisation, now or once. */
export interface TenuresTable {
  /** Of the organisation. */
  stream: string;
  ordinal: number;
  space: string;
  organisation_id: string;
  position_id: string;
  title: LocalText;
  roles: readonly PositionRole[];
  person_id: string;
  from_day: string;
  /** The first day on which somebody else or nobody held it. */
  until_day: string | null;
}

export async function addTenures(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.tenures (
      stream text COLLATE "C" NOT NULL,
      ordinal integer NOT NULL,
      space text COLLATE "C" NOT NULL,
      organisation_id text COLLATE "C" NOT NULL,
      position_id text COLLATE "C" NOT NULL,
      title jsonb NOT NULL,
      roles text[] COLLATE "C" NOT NULL,
      person_id text COLLATE "C" NOT NULL,
      from_day text COLLATE "C" NOT NULL,
      until_day text COLLATE "C",
      PRIMARY KEY (stream, ordinal)
    )`.execute(database);
  await sql`CREATE INDEX ON views.tenures (space, person_id, from_day)`.execute(database);
}

export function tenureRows(stream: string, organisation: Organisation): TenuresTable[] {
  if (organisation.status === 'unknown') return [];
  const { space, id } = parseStreamName(stream);
  return organisation.history
    .flatMap(({ positionId, tenures }) => tenures.map((tenure) => ({ positionId, tenure })))
    .map(({ positionId, tenure: { title, roles, personId, from, until = null } }, ordinal) => ({
      stream,
      ordinal,
      space,
      organisation_id: id,
      position_id: positionId,
      title,
      roles,
      person_id: personId,
      from_day: from,
      until_day: until,
    }));
}
