import {
  organisationDecider,
  personDecider,
  type Organisation,
  type OrganisationFact,
  type Person,
  type PersonFact,
} from '@entente/directory';
import { parseStreamName, type RecordedEvent } from '@entente/event-sourcing';
import { tablesOf, type AnyTransaction, type Consumer, type ConsumerTools } from '@entente/platform';

import { searchText, sortText } from '../search-text.js';
import { StreamStates } from '../stream-states.js';
import type { ViewsTables } from '../tables.js';
import { DIRECTORY } from './table.js';

const TABLES = ['views.organisations', 'views.positions', 'views.people'] as const;

/** Who takes part: organisations with their positions, and people. */
export class DirectoryProjection implements Consumer {
  readonly name = DIRECTORY;
  readonly version = 1;
  readonly categories = ['organisation', 'person'];
  readonly #organisations = new StreamStates<Organisation, OrganisationFact>(organisationDecider);
  readonly #people = new StreamStates<Person, PersonFact>(personDecider);

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void> {
    for (const [stream, events] of Map.groupBy(batch, ({ event }) => event.stream)) {
      await this.clearStream(stream, tx);
      if (parseStreamName(stream).category === 'person') {
        await insertPerson(tx, stream, await this.#people.after(stream, events, tools));
      } else {
        await insertOrganisation(tx, stream, await this.#organisations.after(stream, events, tools));
      }
    }
  }

  async clear(tx: AnyTransaction): Promise<void> {
    for (const table of TABLES) await tablesOf<ViewsTables>(tx).deleteFrom(table).execute();
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    for (const table of TABLES) {
      await tablesOf<ViewsTables>(tx).deleteFrom(table).where('stream', '=', stream).execute();
    }
  }
}

async function insertOrganisation(
  tx: AnyTransaction,
  stream: string,
  organisation: Organisation,
): Promise<void> {
  if (organisation.status === 'unknown') return;
  const { space, id } = parseStreamName(stream);
  const { name, positions } = organisation;
  const tables = tablesOf<ViewsTables>(tx);
  await tables
    .insertInto('views.organisations')
    .values({
      stream,
      space,
      id,
      name: JSON.stringify(name),
      sort_key: sortText(name),
      search: searchText(name),
    })
    .execute();
  if (positions.length === 0) return;
  const rows = positions.map(({ positionId, title, roles, personId }, ordinal) => ({
    stream,
    position_id: positionId,
    space,
    organisation_id: id,
    ordinal,
    title: JSON.stringify(title),
    roles,
    person_id: personId,
  }));
  await tables.insertInto('views.positions').values(rows).execute();
}

async function insertPerson(tx: AnyTransaction, stream: string, person: Person): Promise<void> {
  if (person.status === 'unknown') return;
  const { space, id } = parseStreamName(stream);
  const { name, email = null, zone = null, language } = person;
  await tablesOf<ViewsTables>(tx)
    .insertInto('views.people')
    .values({
      stream,
      space,
      id,
      name: JSON.stringify(name),
      email,
      zone,
      language,
      sort_key: sortText(name),
      search: searchText(name),
    })
    .execute();
}
