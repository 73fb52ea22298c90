import { maySeeReasonsOf, organisationCommandsFor } from '@entente/access';
import { localDateOf } from '@entente/calendar';
import {
  organisationDecider,
  type LocalText,
  type OrganisationFact,
  type RegisteredOrganisation,
  type Tenure,
} from '@entente/directory';
import { readStream, stateOf, streamName, type RecordedEvent } from '@entente/event-sourcing';
import { sentence } from '@entente/narrative';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Facts } from '../ports/facts.js';
import { NameDirectory } from '../ports/ports.js';
import type { HolderOnDay, OrganisationDetail, PositionsOnDay } from './directory-answers.js';
import { ListBoardFiltersHandler } from './board-filters.handler.js';
import { namedIn, namesFor } from './names.js';
import { GetDeskHandler } from './get-desk.handler.js';
import { GetOrganisation, GetPositionsOn } from './queries.js';
import { recordedBy } from './recorded-by.js';

type Found = ReadonlyMap<string, LocalText>;

interface Read {
  readonly stream: string;
  readonly history: readonly RecordedEvent<OrganisationFact>[];
  readonly last: RecordedEvent<OrganisationFact>;
  readonly organisation: RegisteredOrganisation;
}

@QueryHandler(GetOrganisation)
export class GetOrganisationHandler implements IQueryHandler<GetOrganisation> {
  constructor(
    private readonly facts: Facts,
    private readonly names: NameDirectory,
  ) {}

  async execute({ asked, organisationId }: GetOrganisation): Promise<OrganisationDetail | undefined> {
    const { viewer } = asked;
    const read = await readOne(this.facts, viewer.space, organisationId);
    if (!read) return undefined;
    const { organisation, last } = read;
    const events = read.history.map(({ event }) => event);
    const found = await this.names.namesOf(viewer.space, namedIn(events));
    const told = maySeeReasonsOf(viewer, organisationId);
    const nameOf = withTitles(found, organisationId, organisation);
    const names = namesFor(nameOf);
    const history = told ? (await this.facts.read(events)).toReversed() : [];
    const mandates = told ? await this.facts.read(organisation.mandates) : withoutReasons(organisation);
    const { registrationCode = null, host = null, closed, calendars = {} } = organisation;
    return {
      organisationId,
      revision: last.event.revision,
      position: last.position,
      name: organisation.name,
      names: organisation.names,
      registrationCode,
      host,
      closed: closed ? { on: closed.on, into: closed.into ?? null } : null,
      calendars: { country: calendars.country ?? null, closures: calendars.closures ?? null },
      positions: organisation.history,
      mandates,
      history: history.map((event) => ({
        revision: event.revision,
        type: event.type,
        recordedAt: event.recordedAt,
        sentence: { zh: sentence(event, names, 'zh'), en: sentence(event, names, 'en') },
      })),
      possible: organisationCommandsFor(viewer, organisationId, organisation),
      nameOf: Object.fromEntries(nameOf),
    };
  }
}

@QueryHandler(GetPositionsOn)
export class GetPositionsOnHandler implements IQueryHandler<GetPositionsOn> {
  constructor(
    private readonly facts: Facts,
    private readonly names: NameDirectory,
  ) {}

  async execute({ asked, organisationId, on }: GetPositionsOn): Promise<PositionsOnDay | undefined> {
    const { space } = asked.viewer;
    const read = await readOne(this.facts, space, organisationId);
    if (!read) return undefined;
    const { organisation, stream } = read;
    const day = on ?? localDateOf(this.facts.now(space), this.facts.zone);
    const held = organisation.history.flatMap(({ positionId, tenures }) =>
      tenures.filter((tenure) => isOn(tenure, day)).map((tenure) => ({ positionId, tenure })),
    );
    const ids = held.flatMap(({ tenure: { personId, source } }) => [
      personId,
      source.actor,
      ...(source.actingAs === undefined ? [] : [source.actingAs]),
    ]);
    const found = await this.names.namesOf(space, [...new Set(ids)]);
    return {
      organisationId,
      on: day,
      name: nameOn(organisation, day),
      positions: held.map(({ positionId, tenure }) => holder(positionId, tenure, stream, found)),
    };
  }
}

/** Nest providers; they ask for Facts and NameDirectory. */
export const directoryQueryHandlers = [
  GetOrganisationHandler,
  GetPositionsOnHandler,
  GetDeskHandler,
  ListBoardFiltersHandler,
] as const;

async function readOne(facts: Facts, space: string, organisationId: string): Promise<Read | undefined> {
  const stream = streamName(space, 'organisation', organisationId);
  const history = await readStream<OrganisationFact>(facts.store, stream, organisationDecider);
  const organisation = stateOf(
    organisationDecider,
    history.map(({ event }) => event),
  );
  const last = history.at(-1);
  return last && organisation.status === 'registered' ? { stream, history, last, organisation } : undefined;
}

const isOn = ({ from, until }: Tenure, day: string): boolean =>
  from <= day && (until === undefined || day < until);

function nameOn({ names, name }: RegisteredOrganisation, day: string): LocalText {
  return names.findLast(({ from }) => from === null || from <= day)?.name ?? name;
}

function holder(positionId: string, tenure: Tenure, stream: string, found: Found): HolderOnDay {
  const { personId, title, roles, from, until = null, source } = tenure;
  const person = { personId, name: found.get(personId) ?? null };
  return { positionId, title, roles, person, from, until, granted: recordedBy(stream, source, found) };
}

/** A view may not have yet what its own stream says. */
function withTitles(found: Found, organisationId: string, { history, name }: RegisteredOrganisation): Found {
  const titles = history.flatMap(({ positionId, tenures }) => {
    const title = tenures.at(-1)?.title;
    return title ? [[positionId, title] as const] : [];
  });
  return new Map([...found, ...titles, [organisationId, name]]);
}

function withoutReasons({ mandates }: RegisteredOrganisation): RegisteredOrganisation['mandates'] {
  return mandates.map(({ revoked, ...mandate }) =>
    revoked ? { ...mandate, revoked: { ...revoked, reason: null } } : mandate,
  );
}
