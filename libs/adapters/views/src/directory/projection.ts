import {
  deskDecider,
  organisationDecider,
  personDecider,
  type Desk,
  type DeskFact,
  type Organisation,
  type OrganisationFact,
  type Person,
  type PersonFact,
  type ReminderSettings,
} from '@entente/directory';
import { parseStreamName, type RecordedEvent } from '@entente/event-sourcing';
import type { AnyTransaction, Consumer, ConsumerTools } from '@entente/platform';

import { searchText, sortText } from '../search-text.js';
import { StreamStates } from '../stream-states.js';
import { deleteStreams, insertRows } from '../write-rows.js';
import { deskHolderRows, deskRows, type DeskHoldersTable, type DesksTable } from './desk-table.js';
import { tenureRows, type TenuresTable } from './tenure-table.js';
import {
  DIRECTORY,
  NOBODY,
  type OrganisationsTable,
  type PeopleTable,
  type PositionsTable,
} from './table.js';

const TABLES = ['organisations', 'positions', 'people', 'desks', 'desk_holders', 'tenures'] as const;

/** Who takes part: organisations with their positions, people, and the desks they keep. */
export class DirectoryProjection implements Consumer {
  readonly name = DIRECTORY;
  readonly version = 5;
  readonly categories = ['organisation', 'person', 'desk'];
  readonly tables = TABLES;
  readonly #organisations = new StreamStates<Organisation, OrganisationFact>(organisationDecider);
  readonly #people = new StreamStates<Person, PersonFact>(personDecider);
  readonly #desks = new StreamStates<Desk, DeskFact>(deskDecider);

  constructor(readonly schema = 'views') {}

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void> {
    const { schema } = this;
    const streams = Map.groupBy(batch, ({ event }) => event.stream);
    const organisations: OrganisationsTable[] = [];
    const positions: PositionsTable[] = [];
    const people: PeopleTable[] = [];
    const desks: DesksTable[] = [];
    const holders: DeskHoldersTable[] = [];
    const tenures: TenuresTable[] = [];
    for (const [stream, events] of streams) {
      const { category } = parseStreamName(stream);
      if (category === 'person') {
        people.push(...personRows(stream, await this.#people.after(stream, events, tools)));
      } else if (category === 'desk') {
        const desk = await this.#desks.after(stream, events, tools);
        desks.push(...deskRows(stream, desk));
        holders.push(...deskHolderRows(stream, desk));
      } else {
        const organisation = await this.#organisations.after(stream, events, tools);
        organisations.push(...organisationRows(stream, organisation));
        positions.push(...positionRows(stream, organisation));
        tenures.push(...tenureRows(stream, organisation));
      }
    }
    await this.#clear([...streams.keys()], tx);
    await insertRows(tx, { schema, table: 'organisations' }, organisations);
    await insertRows(tx, { schema, table: 'positions' }, positions);
    await insertRows(tx, { schema, table: 'people' }, people);
    await insertRows(tx, { schema, table: 'tenures' }, tenures);
    await insertRows(tx, { schema, table: 'desks' }, desks);
    await insertRows(tx, { schema, table: 'desk_holders' }, holders);
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await this.#clear([stream], tx);
  }

  beside(schema: string): Consumer {
    return new DirectoryProjection(schema);
  }

  async #clear(streams: readonly string[], tx: AnyTransaction): Promise<void> {
    for (const table of TABLES) await deleteStreams(tx, { schema: this.schema, table }, streams);
  }
}

function organisationRows(stream: string, organisation: Organisation): OrganisationsTable[] {
  if (organisation.status === 'unknown') return [];
  const { space, id } = parseStreamName(stream);
  const { name, names, registrationCode } = organisation;
  // Also by its earlier names: letters keep the name as signed.
  const search = searchText(...names.map((one) => one.name), registrationCode);
  return [{ stream, space, id, name, sort_key: sortText(name), search }];
}

function positionRows(stream: string, organisation: Organisation): PositionsTable[] {
  if (organisation.status === 'unknown') return [];
  const { space, id } = parseStreamName(stream);
  return organisation.history.flatMap(({ positionId, tenures }, ordinal) => {
    const last = tenures.at(-1);
    if (!last) return [];
    const isHeld = last.until === undefined;
    const { title, roles } = last;
    return [
      {
        stream,
        position_id: positionId,
        space,
        organisation_id: id,
        ordinal,
        title,
        roles,
        person_id: isHeld ? last.personId : NOBODY,
      },
    ];
  });
}

/** Why somebody is not reminded is for nobody who reminds. */
function withoutReason({
  muteReason: _,
  ...settings
}: ReminderSettings): Omit<ReminderSettings, 'muteReason'> {
  return settings;
}

/** Whoever was erased is nobody here any more: no row, no session. */
function personRows(stream: string, person: Person): PeopleTable[] {
  if (person.status !== 'registered') return [];
  const { space, id } = parseStreamName(stream);
  const { name, email, zone = null, language, bounced = null, reminders: said } = person;
  const reminders = said ? withoutReason(said) : null;
  const contact = { name, ...(email === undefined ? {} : { email }) };
  const nameless = { name: {}, email: null, sort_key: '', search: '' };
  return [{ stream, space, id, ...nameless, contact, zone, language, bounced, reminders }];
}
