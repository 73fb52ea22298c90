import { mayChangeContacts, mayRegister, maySeeContactsOf, type Viewer } from '@entente/access';
import {
  Facts,
  freshness,
  GetPerson,
  NameDirectory,
  readOrganisation,
  ViewProgress,
  ViewStatus,
  type PersonDetail,
  type PersonMandate,
  type PersonReminders,
  type PersonTenure,
} from '@entente/application';
import { personDecider, type Mandate, type PersonFact, type ReminderSettings } from '@entente/directory';
import { readStream, stateOf, streamName } from '@entente/event-sourcing';
import { Database } from '@entente/platform';
import { effectivePreferences } from '@entente/reminder';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import type { ViewsTables } from '../tables.js';
import { DIRECTORY } from './table.js';

/** The person's own stream, joined with what organisations say of them. */
@QueryHandler(GetPerson)
export class GetPersonHandler implements IQueryHandler<GetPerson> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly names: NameDirectory,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, personId }: GetPerson): Promise<PersonDetail | undefined> {
    const { viewer } = asked;
    const { space } = viewer;
    const stream = streamName(space, 'person', personId);
    const history = await readStream<PersonFact>(this.facts.store, stream, personDecider);
    const last = history.at(-1);
    const person = stateOf(
      personDecider,
      history.map(({ event }) => event),
    );
    if (!last || person.status === 'unknown') return undefined;
    await freshness(this.progress, this.status, DIRECTORY, asked);
    const read = person.status === 'registered' ? await this.facts.read(person) : undefined;
    const positions = await this.#tenuresOf(space, personId);
    const mandates = await this.#mandatesOf(space, personId, positions);
    const told = maySeeContactsOf(viewer, personId);
    return {
      personId,
      revision: last.event.revision,
      position: last.position,
      erased: person.status === 'erased',
      name: read?.name ?? null,
      email: told ? (read?.email ?? null) : null,
      phone: told ? (read?.phone ?? null) : null,
      bounced: told ? (read?.bounced ?? null) : null,
      zone: read?.zone ?? null,
      language: person.language,
      reminders: told && read ? remindersOf(read.reminders) : null,
      positions,
      mandates,
      possible: person.status === 'registered' ? possibleFor(viewer, personId) : [],
    };
  }

  async #tenuresOf(space: string, personId: string): Promise<readonly PersonTenure[]> {
    const rows = await this.database
      .tables<ViewsTables>()
      .selectFrom('views.tenures as tenure')
      .innerJoin('views.organisations as organisation', 'organisation.stream', 'tenure.stream')
      .select(['tenure.organisation_id', 'organisation.name', 'tenure.position_id', 'tenure.title'])
      .select(['tenure.roles', 'tenure.from_day', 'tenure.until_day'])
      .where('tenure.space', '=', space)
      .where('tenure.person_id', '=', personId)
      .orderBy('tenure.from_day', 'desc')
      .orderBy('tenure.stream')
      .orderBy('tenure.ordinal')
      .execute();
    return rows.map((row) => ({
      organisation: { organisationId: row.organisation_id, name: row.name },
      positionId: row.position_id,
      title: row.title,
      roles: row.roles,
      from: row.from_day,
      until: row.until_day,
    }));
  }

  /** Those of the organisations in which the person has a position: given by them, to them, or to their position. */
  async #mandatesOf(
    space: string,
    personId: string,
    tenures: readonly PersonTenure[],
  ): Promise<readonly PersonMandate[]> {
    const held = tenures.filter(({ until }) => until === null).map(({ positionId }) => positionId);
    const concerns = ({ grantedBy, toPersonId, toPositionId }: Mandate): boolean =>
      [grantedBy, toPersonId].includes(personId) ||
      (toPositionId !== undefined && held.includes(toPositionId));
    const ids = [...new Set(tenures.map(({ organisation }) => organisation.organisationId))];
    const found = await Promise.all(
      ids.map(async (organisationId) => {
        const read = await readOrganisation(this.facts.store, space, organisationId);
        if (!read || read.organisation.status === 'unknown') return [];
        return read.organisation.mandates.filter(concerns).map((mandate) => ({ organisationId, mandate }));
      }),
    );
    const mandates = found.flat();
    const names = await this.names.namesOf(
      space,
      mandates.flatMap(({ mandate }) =>
        [mandate.fromPositionId, mandate.toPositionId, mandate.toPersonId].filter((id) => id !== undefined),
      ),
    );
    return mandates.map(({ organisationId, mandate }) => ({
      mandateId: mandate.mandateId,
      organisationId,
      position: names.get(mandate.fromPositionId) ?? null,
      to: names.get(mandate.toPersonId ?? mandate.toPositionId ?? '') ?? null,
      from: mandate.from,
      until: mandate.until ?? null,
      revokedOn: mandate.revoked?.on ?? null,
    }));
  }
}

function remindersOf(own: ReminderSettings | undefined): PersonReminders {
  const { window, workingDaysOnly, digest, mutedUntil } = effectivePreferences(own);
  return {
    window: window.value,
    workingDaysOnly: workingDaysOnly.value,
    digest: digest.value,
    mutedUntil: mutedUntil.value,
    muteReason: own?.muteReason ?? null,
    origins: {
      window: window.origin,
      workingDaysOnly: workingDaysOnly.origin,
      digest: digest.origin,
      mutedUntil: mutedUntil.origin,
    },
  };
}

function possibleFor(viewer: Viewer, personId: string): PersonDetail['possible'] {
  return [
    ...('allowed' in mayChangeContacts(viewer, personId)
      ? (['ChangeContacts', 'SetReminderPreferences'] as const)
      : []),
    ...('allowed' in mayRegister(viewer) ? (['ErasePerson'] as const) : []),
  ];
}
