import { SETUP } from '@entente/access';
import {
  organisationDecider,
  type LocalText,
  type OrganisationFact,
  type RegisterPerson as PersonBody,
} from '@entente/directory';
import {
  derivedId,
  Facts,
  FillPosition,
  RegisterOrganisation,
  RegisterPerson,
  type Header,
  type Message,
} from '@entente/application';
import { canonicalText, uuidV5 } from '@entente/canonical';
import { readStream, streamName, type Answer, type LogPosition } from '@entente/event-sourcing';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

export interface Appointment {
  readonly person: Omit<PersonBody, 'type'>;
  readonly organisation: { readonly name: LocalText };
  readonly position: { readonly title: LocalText };
}

export type Appointed =
  | { readonly personId: string; readonly position: LogPosition | undefined }
  /** Somebody coordinates this space already. */
  | 'already-set-up'
  /** An earlier attempt stopped half-way with another organisation; the same one finishes it. */
  | { readonly begunWith: LocalText };

/**
 * Brings an empty space to life. Organisation and position have ids that depend on the space alone: of two attempts
 * at once, both write to the same stream with the same command id, so one wins and the other is refused.
 */
@Injectable()
export class FirstCoordinator {
  constructor(
    private readonly bus: CommandBus,
    private readonly facts: Facts,
  ) {}

  async appoint(space: string, appointment: Appointment): Promise<Appointed> {
    if (await this.hasCoordinator(space)) return 'already-set-up';
    const sender = { space, system: SETUP } as const;
    const { person, organisation, position } = appointment;

    const registering = this.header(space, 'organisation');
    const organisationId = derivedId(this.facts.sha1, registering.commandId, 'organisation');
    const registered = await this.execute(
      new RegisterOrganisation(sender, registering, organisationId, {
        type: 'RegisterOrganisation',
        ...organisation,
      }),
    );
    if (!registered.accepted) return { begunWith: await this.nameOf(space, organisationId) };

    const naming = this.header(space, `person ${canonicalText(person)}`);
    const personId = derivedId(this.facts.sha1, naming.commandId, 'person');
    await this.accepted(new RegisterPerson(sender, naming, personId, { type: 'RegisterPerson', ...person }));

    const filling = this.header(space, 'position');
    const filled = await this.execute(
      new FillPosition(sender, filling, organisationId, {
        type: 'FillPosition',
        title: position.title,
        roles: ['coordinator'],
        personId,
        from: this.today(space),
      }),
    );
    // Whoever was faster filled it; the same command id with another person is refused.
    if (!filled.accepted) return 'already-set-up';
    return { personId, position: filled.position };
  }

  private header(space: string, step: string): Header {
    const commandId = uuidV5(this.facts.sha1, space, SETUP, 'first coordinator', step);
    return { commandId, causationId: commandId, correlationId: commandId };
  }

  private today(space: string): string {
    return Temporal.Instant.from(this.facts.now(space))
      .toZonedDateTimeISO(this.facts.zone)
      .toPlainDate()
      .toString();
  }

  private execute(message: Message<{ readonly type: string }>): Promise<Answer> {
    return this.bus.execute(message);
  }

  private async accepted(message: Message<{ readonly type: string }>): Promise<void> {
    const answer = await this.execute(message);
    if (!answer.accepted) throw new Error(`${message.body.type} was refused: ${answer.refusal.code}`);
  }

  /** Asked of the log itself: a view may lag behind the first one appointed. */
  private async hasCoordinator(space: string): Promise<boolean> {
    const filter = { streamPrefixes: [`${space}.organisation-`] };
    for await (const { event } of this.facts.store.readAll(undefined, filter)) {
      const fact = event as unknown as OrganisationFact;
      if (fact.type === 'PositionFilled' && fact.data.roles.includes('coordinator')) return true;
    }
    return false;
  }

  private async nameOf(space: string, organisationId: string): Promise<LocalText> {
    const stream = streamName(space, 'organisation', organisationId);
    const history = await readStream<OrganisationFact>(this.facts.store, stream, organisationDecider);
    for (const { event } of history) if (event.type === 'OrganisationRegistered') return event.data.name;
    return {};
  }
}
