import { sql, type RawBuilder } from 'kysely';

interface LocalText {
  readonly zh?: string;
  readonly en?: string;
}

/** More words only make a query slower. */
const MAX_WORDS = 10;

/** What is looked for in a column of this text; one line a value, so that no word is found across two of them. */
export function searchText(...values: readonly (string | LocalText | null | undefined)[]): string {
  return values
    .flatMap((value) => (typeof value === 'string' ? [value] : [value?.zh, value?.en]))
    .filter((value) => value !== undefined)
    .map(normal)
    .join('\n');
}

/** Long enough to sort by, short enough for any index. */
export function sortText(name: LocalText): string {
  return searchText(name.zh ?? name.en)
    .slice(0, 100)
    .toWellFormed();
}

/** Rows whose `column`, made by `searchText`, holds every word of `search`. */
export function holdsWordsOf(search: string, column: RawBuilder<string>): RawBuilder<boolean> {
  const conditions = wordsIn(search).map((word) => sql<boolean>`strpos(${column}, ${word}) > 0`);
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` AND `)})`;
}

/** The same of a text made by `searchText`. */
export function wordsOf(search: string): (text: string) => boolean {
  const wanted = wordsIn(search);
  return (text) => wanted.every((word) => text.includes(word));
}

export function wordsIn(search: string): string[] {
  return normal(search)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
}

/** Full-width letters and digits of Chinese input methods are the same as ASCII ones to who looks for them. */
export function normal(text: string): string {
  // PostgreSQL refuses NUL, which no stored text holds either.
  return text.replaceAll('\0', ' ').toWellFormed().normalize('NFKC').toLowerCase();
}
