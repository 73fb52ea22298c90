import { InvalidCursor, type DirectoryPosition, type PersonRow } from '@entente/application';
import type { LocalText } from '@entente/directory';
import { sql, type Kysely } from 'kysely';

import { holdsWordsOf, searchText, sortText, wordsOf } from '../search-text.js';
import type { ViewsTables } from '../tables.js';
import { NOBODY } from './table.js';

/** Reads what is sealed in a value. */
export type Reader = <Value>(value: Value) => Promise<Value>;

export interface Named {
  readonly id: string;
  readonly name: LocalText;
}

export interface Wanted {
  readonly space: string;
  readonly search: string;
  /** Id of the last one of the page before. */
  readonly after: string | undefined;
  readonly limit: number;
}

/** One page by name, and how many there are. Throws InvalidCursor when nothing is known of `after`. */
export async function listOrganisations(
  tables: Kysely<ViewsTables>,
  { space, search, after, limit }: Wanted,
): Promise<{ readonly rows: readonly Named[]; readonly total: number }> {
  const all = tables.selectFrom('views.organisations').where('space', '=', space);
  const found = all.where(holdsWordsOf(search, sql.ref('search')));
  const place =
    after === undefined
      ? undefined
      : await all.select(['sort_key', 'id']).where('id', '=', after).executeTakeFirst();
  if (after !== undefined && !place) throw new InvalidCursor();
  const following = place
    ? found.where((row) => row(row.refTuple('sort_key', 'id'), '>', row.tuple(place.sort_key, place.id)))
    : found;
  const rows = await following
    .select(['id', 'name'])
    .orderBy('sort_key')
    .orderBy('id')
    .limit(limit)
    .execute();
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows, total };
}

/**
 * The same of people. Their names are sealed, so they are looked through here: an installation has some thousands of
 * people, and reading as many names takes some tens of milliseconds.
 */
export async function listPeople(
  tables: Kysely<ViewsTables>,
  read: Reader,
  { space, search, after, limit }: Wanted,
): Promise<{ readonly rows: readonly Named[]; readonly total: number }> {
  const rows = await tables
    .selectFrom('views.people')
    .select(['id', 'contact'])
    .where('space', '=', space)
    .execute();
  const people = (await read(rows)).map(({ id, contact }) => ({ id, name: contact?.name ?? {} }));
  if (after !== undefined && !people.some(({ id }) => id === after)) throw new InvalidCursor();
  const sorted = people
    .map((person) => ({ ...person, key: sortText(person.name) }))
    .toSorted((one, other) => compare(one.key, other.key) || compare(one.id, other.id));
  const place = sorted.findIndex(({ id }) => id === after);
  const holds = wordsOf(search);
  const found = sorted.filter(({ name }) => holds(searchText(name)));
  const following = found.filter((person) => sorted.indexOf(person) > place);
  return { rows: following.slice(0, limit), total: found.length };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The positions of each of these organisations, in the order they were first filled. */
export async function positionsIn(
  tables: Kysely<ViewsTables>,
  read: Reader,
  space: string,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DirectoryPosition[]>> {
  const rows = await tables
    .selectFrom('views.positions as position')
    .leftJoin('views.people as person', (join) =>
      join.onRef('person.space', '=', 'position.space').onRef('person.id', '=', 'position.person_id'),
    )
    .select(['position.organisation_id', 'position.position_id', 'position.title', 'position.roles'])
    .select(['position.person_id', 'person.contact'])
    .where('position.space', '=', space)
    .where('position.organisation_id', '=', sql<string>`ANY(${organisationIds})`)
    .where('position.person_id', '<>', NOBODY)
    .orderBy('position.ordinal')
    .execute();
  const groups = Map.groupBy(await read(rows), (row) => row.organisation_id);
  return mapValues(groups, (row) => ({
    positionId: row.position_id,
    title: row.title,
    roles: row.roles,
    person: { personId: row.person_id, name: row.contact?.name ?? {} },
  }));
}

/** The positions each of these people holds. */
export async function positionsHeldBy(
  tables: Kysely<ViewsTables>,
  space: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonRow['positions']>> {
  const rows = await tables
    .selectFrom('views.positions as position')
    .innerJoin('views.organisations as organisation', 'organisation.stream', 'position.stream')
    .select(['position.person_id', 'position.position_id', 'position.title', 'position.roles'])
    .select(['position.organisation_id', 'organisation.name'])
    .where('position.space', '=', space)
    .where('position.person_id', '=', sql<string>`ANY(${personIds})`)
    .orderBy('organisation.sort_key')
    .orderBy('position.organisation_id')
    .orderBy('position.ordinal')
    .execute();
  const groups = Map.groupBy(rows, (row) => row.person_id);
  return mapValues(groups, (row) => ({
    positionId: row.position_id,
    title: row.title,
    roles: row.roles,
    organisation: { organisationId: row.organisation_id, name: row.name },
  }));
}

export async function languagesOf(
  tables: Kysely<ViewsTables>,
  space: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonRow['language']>> {
  const rows = await tables
    .selectFrom('views.people')
    .select(['id', 'language'])
    .where('space', '=', space)
    .where('id', '=', sql<string>`ANY(${personIds})`)
    .execute();
  return new Map(rows.map(({ id, language }) => [id, language]));
}

function mapValues<Row, Value>(groups: Map<string, Row[]>, value: (row: Row) => Value): Map<string, Value[]> {
  return new Map([...groups].map(([key, rows]) => [key, rows.map(value)]));
}
