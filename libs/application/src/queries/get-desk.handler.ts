import { deskCommandsFor, maySeeDesks } from '@entente/access';
import { localDateOf } from '@entente/calendar';
import {
  deskDecider,
  deskHolderOn,
  type DeskFact,
  type DeskTenure,
  type LocalText,
  type OpenedDesk,
} from '@entente/directory';
import { readStream, stateOf, streamName } from '@entente/event-sourcing';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Facts } from '../ports/facts.js';
import { NameDirectory } from '../ports/ports.js';
import { holderIsPresent } from '../use-cases/desk.js';
import { GetDesk } from './desk-queries.js';
import type { DeskDetail, DeskTenureRow, NamedPerson } from './directory-answers.js';
import { recordedBy } from './recorded-by.js';

type Found = ReadonlyMap<string, LocalText>;

/** Reads the stream itself: who was at the desk on a day, who granted it, and by which events. */
@QueryHandler(GetDesk)
export class GetDeskHandler implements IQueryHandler<GetDesk> {
  constructor(
    private readonly facts: Facts,
    private readonly names: NameDirectory,
  ) {}

  async execute({ asked: { viewer }, deskId, on }: GetDesk): Promise<DeskDetail | undefined> {
    if (!maySeeDesks(viewer)) return undefined;
    const stream = streamName(viewer.space, 'desk', deskId);
    const history = await readStream<DeskFact>(this.facts.store, stream, deskDecider);
    const last = history.at(-1);
    const folded = stateOf(
      deskDecider,
      history.map(({ event }) => event),
    );
    if (!last || folded.status === 'none') return undefined;
    const desk = await this.facts.read(folded);
    const found = await this.names.namesOf(viewer.space, mentionedIn(desk));
    const today = localDateOf(this.facts.now(viewer.space), this.facts.zone);
    const day = on ?? today;
    const present = await holderIsPresent(this.facts, viewer.space, desk, today);
    const holder = deskHolderOn(desk, day);
    const { offer } = desk;
    return {
      deskId,
      revision: last.event.revision,
      position: last.position,
      name: desk.name,
      on: day,
      holder: holder ? tenureRow(holder, stream, found) : null,
      holderIsPresent: present,
      tenures: desk.tenures.map((tenure) => tenureRow(tenure, stream, found)).toReversed(),
      offered: offer
        ? {
            person: named(offer.personId, found),
            from: offer.from,
            by: recordedBy(stream, offer.source, found),
          }
        : null,
      possible: deskCommandsFor(viewer, desk, { today, holderIsPresent: present }),
    };
  }
}

function tenureRow(tenure: DeskTenure, stream: string, found: Found): DeskTenureRow {
  const { personId, positionId, organisationId, from, until = null, granted, accepted, reason } = tenure;
  return {
    person: named(personId, found),
    position: { positionId, title: found.get(positionId) ?? null },
    organisationId,
    from,
    until,
    granted: recordedBy(stream, granted, found),
    accepted: accepted ? recordedBy(stream, accepted, found) : null,
    reason: reason ?? null,
  };
}

function named(personId: string, found: Found): NamedPerson {
  return { personId, name: found.get(personId) ?? null };
}

function mentionedIn({ tenures, offer }: OpenedDesk): string[] {
  const ids = [...tenures, ...(offer ? [offer] : [])].flatMap(({ personId, positionId }) => [
    personId,
    positionId,
  ]);
  const sources = tenures.flatMap(({ granted, accepted }) => [granted, ...(accepted ? [accepted] : [])]);
  const recorders = [...sources, ...(offer ? [offer.source] : [])].flatMap(({ actor, actingAs }) => [
    actor,
    ...(actingAs === undefined ? [] : [actingAs]),
  ]);
  return [...new Set([...ids, ...recorders])];
}
