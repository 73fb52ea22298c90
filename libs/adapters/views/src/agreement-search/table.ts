import { sql, type Kysely } from 'kysely';

export const AGREEMENT_SEARCH = 'agreement-search';

/** All that is said in one agreement, to be looked for. People stand in it by nothing but the positions that sign. */
export interface AgreementSearchTable {
  stream: string;
  space: string;
  /** Made by `searchText`. */
  text: string;
  grams: readonly string[];
  signatory_ids: readonly string[];
}

export async function createAgreementSearch(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.agreement_search (
      stream text COLLATE "C" PRIMARY KEY,
      space text COLLATE "C" NOT NULL,
      text text COLLATE "C" NOT NULL,
      grams text[] COLLATE "C" NOT NULL,
      signatory_ids text[] COLLATE "C" NOT NULL
    )`.execute(database);
  await sql`CREATE INDEX ON views.agreement_search USING gin (grams)`.execute(database);
  await sql`CREATE INDEX ON views.agreement_search USING gin (signatory_ids)`.execute(database);
}
