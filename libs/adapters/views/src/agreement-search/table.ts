import { sql, type Kysely } from 'kysely';

export const AGREEMENT_SEARCH = 'agreement-search';

/** The part that is not a section. */
export const ABOUT = '';

/**
 * What is said in one part of an agreement, to be looked for: in a section, by its id, or about the whole, in its number,
 * title and names. A section that is revised is one row of the index, and a word never goes beyond a part. People
 * stand in it by nothing but the positions that sign.
 */
export interface AgreementTextsTable {
  stream: string;
  part: string;
  space: string;
  /** Made by `searchText`. */
  text: string;
  grams: readonly number[];
  /** Of the part about the whole. */
  signatory_ids: readonly string[];
}

/** Of versions before; theirs alone, as long as one of them still runs beside this. */
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

export async function createAgreementTexts(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE views.agreement_texts (
      stream text COLLATE "C" NOT NULL,
      part text COLLATE "C" NOT NULL,
      space text COLLATE "C" NOT NULL,
      text text COLLATE "C" NOT NULL,
      grams integer[] NOT NULL,
      signatory_ids text[] COLLATE "C" NOT NULL,
      PRIMARY KEY (stream, part)
    )`.execute(database);
  await sql`CREATE INDEX ON views.agreement_texts USING gin (grams)`.execute(database);
  await sql`
    CREATE INDEX ON views.agreement_texts USING gin (signatory_ids) WHERE part = ${sql.lit(ABOUT)}`.execute(
    database,
  );
}
