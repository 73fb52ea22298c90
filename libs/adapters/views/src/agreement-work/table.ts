import type { DutyCommand, LocalText, StageName } from '@entente/agreement';
import type { NamedParty } from '@entente/application';
import { sql, type Kysely } from 'kysely';

export const AGREEMENT_WORK = 'agreement-work';

/** One thing that somebody owes an agreement. Instants are UTC ISO text of one width, which sorts like time. */
export interface AgreementWorkTable {
  stream: string;
  /** Place among what is owed to the agreement. */
  ordinal: number;
  space: string;
  agreement_id: string;
  number: string | null;
  title: LocalText;
  stage: StageName;
  parties: readonly NamedParty[];
  party_ids: readonly string[];
  /** A party's id, or `coordinator`. */
  who: string;
  since: string;
  command: DutyCommand;
  /** The only position that can do it. */
  position_id: string | null;
  position_title: LocalText | null;
  milestone_id: string | null;
  milestone_title: LocalText | null;
  /** Local day and first instant at which it is missed. */
  due_on: string | null;
  due_at: string | null;
  provisional: boolean;
  /** What is due next comes first; then what has no deadline, the oldest first. */
  sort_key: number;
  /** The desk that looks after the agreement; null: the space's first. */
  desk_id: string | null;
  /** The party's own people, or all but them. */
  told_to: 'all' | 'own-side' | 'others';
  /** What waits for a second person, and the person who asked for it: anybody else may confirm it. */
  override_id: string | null;
  asked_by: string | null;
}

export async function createAgreementWork(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.agreement_work (
      stream text COLLATE "C" NOT NULL,
      ordinal integer NOT NULL,
      space text COLLATE "C" NOT NULL,
      agreement_id text COLLATE "C" NOT NULL,
      number text COLLATE "C",
      title jsonb NOT NULL,
      stage text COLLATE "C" NOT NULL,
      parties jsonb NOT NULL,
      party_ids text[] COLLATE "C" NOT NULL,
      who text COLLATE "C" NOT NULL,
      since text COLLATE "C" NOT NULL,
      command text COLLATE "C" NOT NULL,
      position_id text COLLATE "C",
      position_title jsonb,
      milestone_id text COLLATE "C",
      milestone_title jsonb,
      due_on text COLLATE "C",
      due_at text COLLATE "C",
      provisional boolean NOT NULL,
      sort_key bigint NOT NULL,
      PRIMARY KEY (stream, ordinal)
    )`.execute(database);
  await sql`CREATE INDEX ON views.agreement_work (space, who, sort_key)`.execute(database);
  await sql`CREATE INDEX ON views.agreement_work (space, sort_key, agreement_id, ordinal)`.execute(database);
  await sql`CREATE INDEX ON views.agreement_work USING gin (party_ids)`.execute(database);
}

export async function addToldTo(database: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE views.agreement_work ADD COLUMN told_to text COLLATE "C" NOT NULL DEFAULT 'all'`.execute(
    database,
  );
}

export async function addOverrides(database: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE views.agreement_work
      ADD COLUMN override_id text COLLATE "C",
      ADD COLUMN asked_by text COLLATE "C"`.execute(database);
}
