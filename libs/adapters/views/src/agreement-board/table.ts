import type { Attributes, DeadlineKind, LocalText, StageName } from '@entente/agreement';
import type { NamedParty } from '@entente/application';
import { sql, type Kysely } from 'kysely';

export interface StoredDeadline {
  readonly deadlineId: string;
  readonly kind: DeadlineKind;
  readonly localDate: string;
  readonly dueAt: string;
  readonly provisional: boolean;
}

export const AGREEMENT_BOARD = 'agreement-board';

/** One agreement. Instants are UTC ISO text of one width, which sorts like time. */
export interface AgreementBoardTable {
  stream: string;
  space: string;
  agreement_id: string;
  number: string | null;
  kind: string;
  /** The workflow definition it goes by, `name@version`. */
  definition: string;
  /** What the definition asks to be known of it; null: nothing was set yet. */
  attributes: Attributes | null;
  title: LocalText;
  field: LocalText | null;
  stage: StageName;
  stage_since: string;
  parties: readonly NamedParty[];
  party_ids: readonly string[];
  turn_who: readonly string[];
  turn_since: string;
  /** The open deadline that falls due next. */
  deadline: StoredDeadline | null;
  due_at: string | null;
  /** What is due next comes first; then what has no deadline, the latest change of stage first. */
  sort_key: number;
  search: string;
  revision: number;
  proposed_at: string;
  /** The desk that looks after it; null: the space's first. */
  desk_id: string | null;
}

export async function createAgreementBoard(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.agreement_board (
      stream text COLLATE "C" PRIMARY KEY,
      space text COLLATE "C" NOT NULL,
      agreement_id text COLLATE "C" NOT NULL,
      number text COLLATE "C",
      kind text COLLATE "C" NOT NULL,
      title jsonb NOT NULL,
      field jsonb,
      stage text COLLATE "C" NOT NULL,
      stage_since text COLLATE "C" NOT NULL,
      parties jsonb NOT NULL,
      party_ids text[] COLLATE "C" NOT NULL,
      turn_who text[] COLLATE "C" NOT NULL,
      turn_since text COLLATE "C" NOT NULL,
      deadline jsonb,
      due_at text COLLATE "C",
      sort_key bigint NOT NULL,
      search text COLLATE "C" NOT NULL,
      revision integer NOT NULL
    )`.execute(database);
  await sql`CREATE INDEX ON views.agreement_board (space, sort_key, agreement_id)`.execute(database);
  await sql`CREATE INDEX ON views.agreement_board (space, stage)`.execute(database);
  await sql`CREATE INDEX ON views.agreement_board (space, number)`.execute(database);
  await sql`CREATE INDEX ON views.agreement_board USING gin (party_ids)`.execute(database);
}

export async function addProposedAt(database: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE views.agreement_board ADD COLUMN proposed_at text COLLATE "C" NOT NULL DEFAULT ''`.execute(
    database,
  );
}

/** What is counted above the board is read from the index alone. */
export async function indexStagesByDefinition(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX ON views.agreement_board (space, stage, definition)`.execute(database);
  await sql`DROP INDEX IF EXISTS views.agreement_board_space_stage_idx`.execute(database);
}

export async function addDefinitionAndAttributes(database: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE views.agreement_board
      ADD COLUMN definition text COLLATE "C" NOT NULL DEFAULT '',
      ADD COLUMN attributes jsonb`.execute(database);
  await sql`CREATE INDEX ON views.agreement_board (space, definition, agreement_id)`.execute(database);
  await sql`CREATE INDEX ON views.agreement_board USING gin (attributes jsonb_path_ops)`.execute(database);
}
