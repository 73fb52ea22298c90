import type { Viewer } from '@entente/access';
import type { AgreementCommand, WorkflowDefinition } from '@entente/agreement';
import {
  agreementMessages,
  Facts,
  FillPosition,
  NumberAgreement,
  PublishDefinition,
  RegisterOrganisation,
  RegisterPerson,
  SharedCommandHandler,
  type Header,
  type Message,
} from '@entente/application';
import { uuidV5 } from '@entente/canonical';
import type { PositionRole } from '@entente/directory';
import { InMemoryEventStore, type EventEnvelope, type EventStore } from '@entente/event-sourcing';
import { createHash } from 'node:crypto';

/** An installation in memory: its log, and a clock that stands still until it is set. */
export class WorldFacts extends Facts {
  override readonly zone = 'Asia/Shanghai';
  override readonly tzdb = '2026a';
  clock = '2026-03-02T01:00:00.000Z';

  constructor(override readonly store: EventStore = new InMemoryEventStore()) {
    super();
  }

  override readonly sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();
  override now = (): string => this.clock;
  override newSalt = (): string => '00'.repeat(16);
  override mac = (text: string): string => this.sha256(text);
  override sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
}

const SETUP = { space: 'main', system: 'system:setup' } as const;

/** People and letters of a space, brought about by the same commands as anywhere. Ids follow from plain names. */
export class World {
  readonly #handler: SharedCommandHandler;
  #commands = 0;

  constructor(
    readonly space = 'main',
    readonly facts = new WorldFacts(),
  ) {
    this.#handler = new SharedCommandHandler(facts);
  }

  id(name: string): string {
    return uuidV5(this.facts.sha1, this.space, name);
  }

  async organisation(name: string, zh: string): Promise<void> {
    const body = { type: 'RegisterOrganisation', name: { en: name, zh } } as const;
    await this.#send(new RegisterOrganisation(this.#setup, this.#header(), this.id(name), body));
  }

  /** A person, and the position they fill; `name` stands for both. */
  async person(
    name: string,
    organisation: string,
    roles: readonly PositionRole[] = ['representative'],
  ): Promise<Viewer> {
    const personId = this.id(name);
    const email = `${name.toLowerCase()}@example.org`;
    await this.#send(
      new RegisterPerson(this.#setup, this.#header(), personId, {
        type: 'RegisterPerson',
        name: { en: name },
        email,
        language: 'en',
      }),
    );
    await this.fill(`desk of ${name}`, name, organisation, roles);
    const positionId = this.id(`desk of ${name}`);
    return {
      space: this.space,
      personId,
      positions: [{ positionId, organisationId: this.id(organisation), roles }],
    };
  }

  async fill(
    position: string,
    person: string,
    organisation: string,
    roles: readonly PositionRole[],
  ): Promise<void> {
    await this.#send(
      new FillPosition(this.#setup, this.#header(), this.id(organisation), {
        type: 'FillPosition',
        positionId: this.id(position),
        title: { en: position },
        roles,
        personId: this.id(person),
        from: '2026-01-05',
      }),
    );
  }

  async letter(who: Viewer, letter: string, body: AgreementCommand): Promise<readonly EventEnvelope[]> {
    const Message = agreementMessages[body.type];
    // One table holds all classes, so the compiler cannot pair this class with this body; the key above does.
    const message = new (Message as new (...args: unknown[]) => Message<AgreementCommand>)(
      who,
      this.#header(),
      this.id(letter),
      body,
    );
    return this.#send(message);
  }

  async number(letter: string, number: string): Promise<void> {
    const sender = { space: this.space, system: 'system:numbering' } as const;
    const body = { type: 'NumberAgreement', number, register: 'register-letter-of-intent-2026@0' } as const;
    await this.#send(new NumberAgreement(sender, this.#header(), this.id(letter), body));
  }

  async publish(definition: WorkflowDefinition): Promise<void> {
    const body = { type: 'PublishDefinition', definition } as const;
    await this.#send(new PublishDefinition(this.#setup, this.#header(), definition.name, body));
  }

  get #setup(): { readonly space: string; readonly system: typeof SETUP.system } {
    return { ...SETUP, space: this.space };
  }

  #header(): Header {
    this.#commands += 1;
    const commandId = this.id(`command ${this.#commands}`);
    return { commandId, causationId: commandId, correlationId: commandId };
  }

  async #send(message: Message<{ readonly type: string }>): Promise<readonly EventEnvelope[]> {
    const answer = await this.#handler.execute(message);
    if (answer.accepted) return answer.events;
    throw new Error(`${message.body.type} was refused: ${JSON.stringify(answer.refusal)}`);
  }
}
