import type { EventEnvelope } from '@entente/event-sourcing';
import { sql, type Kysely } from 'kysely';

export const AGREEMENT_HISTORY = 'agreement-history';

export interface StoredRetraction {
  readonly by: string;
  readonly at: string;
  /** As it stands in the log: read it through the seals. */
  readonly reason: string | null;
}

/** One entry: what one command appended to an agreement. People stand in it by id only. */
export interface AgreementHistoryTable {
  stream: string;
  command_id: string;
  space: string;
  /** Of its first event; the others follow without gaps. */
  revision: number;
  /** As the log holds them: sentences are made of them when they are asked for. */
  events: readonly EventEnvelope[];
  retracted: StoredRetraction | null;
}

export async function createAgreementHistory(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.agreement_history (
      stream text COLLATE "C" NOT NULL,
      command_id text COLLATE "C" NOT NULL,
      space text COLLATE "C" NOT NULL,
      revision integer NOT NULL,
      events jsonb NOT NULL,
      retracted jsonb,
      PRIMARY KEY (stream, command_id)
    )`.execute(database);
  await sql`CREATE INDEX ON views.agreement_history (stream, revision)`.execute(database);
}
