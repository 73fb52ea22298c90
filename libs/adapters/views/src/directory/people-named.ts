import { sql, type Kysely } from 'kysely';

import { searchText } from '../search-text.js';
import type { ViewsTables } from '../tables.js';
import type { Reader } from './lists.js';

/** By word, the positions of the people whose names hold it. Names are sealed, so they are looked through here. */
export async function positionsOfPeopleNamed(
  tables: Kysely<ViewsTables>,
  read: Reader,
  space: string,
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (words.length === 0) return new Map();
  const rows = await tables
    .selectFrom('views.people as person')
    .innerJoin('views.positions as position', (join) =>
      join.onRef('position.space', '=', 'person.space').onRef('position.person_id', '=', 'person.id'),
    )
    .select(['person.id', 'person.contact'])
    .select(sql<readonly string[]>`array_agg(position.position_id)`.as('positionIds'))
    .where('person.space', '=', space)
    .groupBy(['person.stream'])
    .execute();
  const people = (await read(rows)).map(({ contact, positionIds }) => ({
    positionIds,
    name: searchText(contact?.name),
  }));
  return new Map(
    words.map((word) => [
      word,
      people.filter(({ name }) => name.includes(word)).flatMap(({ positionIds }) => positionIds),
    ]),
  );
}
