import { sql, type RawBuilder, type Transaction } from 'kysely';

import type { Reader } from '../directory/lists.js';
import { positionsOfPeopleNamed } from '../directory/people-named.js';
import { gramsOf, spelled } from '../grams.js';
import { wordsIn } from '../search-text.js';
import type { ViewsTables } from '../tables.js';
import { ABOUT } from './table.js';

/** A word that is looked for. */
interface Sought {
  readonly word: string;
  /** None of one too short to be in the index. */
  readonly grams: readonly number[];
  /** Positions of the people whose names hold it. */
  readonly positionIds: readonly string[];
}

/**
 * Rows of the board whose letters hold every word: in their text, or in the name of whoever signs now. A word too short
 * for the index is looked for in what the board itself shows of a letter. To be asked within a transaction.
 */
export async function lettersHolding(
  tables: Transaction<ViewsTables>,
  read: Reader,
  space: string,
  search: string,
): Promise<RawBuilder<boolean>> {
  const words = wordsIn(search);
  const people = await positionsOfPeopleNamed(tables, read, space, words);
  const sought = words.map((word) => ({
    word,
    grams: gramsOf(word),
    positionIds: people.get(word) ?? [],
  }));
  if (sought.some(({ grams }) => grams.length > 0)) await lookInTheIndex(tables);
  // Words of the text are looked for together: the rarest of them then leads to few rows.
  const [inTexts, elsewhere] = partition(sought, isOfTexts);
  const conditions = [...(inTexts.length > 0 ? [among(textsHolding(inTexts))] : []), ...elsewhere.map(holds)];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` AND `)})`;
}

/**
 * To the planner a long list costs no more than a number: unpacking every letter's is what the index is there to spare.
 * What nearly every letter holds is told apart in memory.
 */
async function lookInTheIndex(tables: Transaction<ViewsTables>): Promise<void> {
  await sql`SELECT set_config('enable_seqscan', 'off', true), set_config('work_mem', '32MB', true)`.execute(
    tables,
  );
}

const isOfTexts = ({ grams, positionIds }: Sought): boolean => grams.length > 0 && positionIds.length === 0;

function holds(sought: Sought): RawBuilder<boolean> {
  const inText =
    sought.grams.length > 0
      ? among(textsHolding([sought]))
      : sql<boolean>`strpos(board.search, ${sought.word}) > 0`;
  if (sought.positionIds.length === 0) return inText;
  const signed = sql`
    SELECT stream FROM views.agreement_texts
     WHERE part = ${sql.lit(ABOUT)} AND signatory_ids && ${sought.positionIds}::text[]`;
  return sql<boolean>`(${inText} OR ${among(signed)})`;
}

/** Each word in some part of them. */
function textsHolding(words: readonly Sought[]): RawBuilder<unknown> {
  const [longest, ...others] = words.toSorted((one, other) => other.grams.length - one.grams.length);
  const also = others.map(
    (word) => sql`
      AND EXISTS (SELECT FROM views.agreement_texts AS other WHERE other.stream = one.stream AND ${isIn('other', word)})`,
  );
  return sql`
    SELECT DISTINCT one.stream FROM views.agreement_texts AS one
     WHERE ${longest ? isIn('one', longest) : sql`false`} ${sql.join(also, sql``)}`;
}

function isIn(row: string, { word, grams }: Sought): RawBuilder<unknown> {
  const mayHold = sql`${sql.ref(`${row}.grams`)} @> ${grams}::int[]`;
  // A word that is a gram itself is known to be there.
  const isGram = grams.length === 1 && grams[0] !== undefined && spelled(grams[0]) === word;
  return isGram ? mayHold : sql`${mayHold} AND strpos(${sql.ref(`${row}.text`)}, ${word}) > 0`;
}

function among(streams: RawBuilder<unknown>): RawBuilder<boolean> {
  // As an array they are found first and once; joined, every letter of the board would be asked for its grams.
  return sql<boolean>`board.stream = ANY (ARRAY(${streams}))`;
}

function partition<Item>(items: readonly Item[], belongs: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))];
}
