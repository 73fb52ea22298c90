import type { Viewer } from '@entente/access';
import {
  agreementDecider,
  type AgreementCommand,
  type AgreementFact,
  type ProposedAgreement,
} from '@entente/agreement';
import {
  agreementMessages,
  derivedId,
  FillPosition,
  GrantMandate,
  meetingMessages,
  RegisterOrganisation,
  RegisterPerson,
  type Dispatch,
  type Facts,
  type Header,
} from '@entente/application';
import { uuidV5, type Sha1 } from '@entente/canonical';
import type { MeetingCommand } from '@entente/meeting';
import { Readable } from 'node:stream';
import { readStream, stateOf, streamName, type EventEnvelope } from '@entente/event-sourcing';

import { PEOPLE, type DEPUTY, type DemoPerson, type Organisation, type Role } from './cast.js';

export const DEMO_SPACE = 'demo';

/** Every id of the demo follows from a name, so that a second performance is a repeat. */
export function demoId(sha1: Sha1, key: string): string {
  return uuidV5(sha1, 'the demo', key);
}

/** Where the demo is played: sends the same messages as anybody, under ids that make a second performance a repeat. */
export class Stage {
  readonly #steps = new Map<string, number>();

  constructor(
    private readonly facts: Facts,
    private readonly dispatch: Dispatch,
    /** Names the performance in every event it causes. */
    private readonly correlationId: string,
  ) {}

  id(key: string): string {
    return demoId(this.facts.sha1, key);
  }

  agreementId(letter: string): string {
    return derivedId(this.facts.sha1, this.id(`${letter}/propose`), 'agreement');
  }

  meetingId(meeting: string): string {
    return derivedId(this.facts.sha1, this.id(`meeting/${meeting}/plan`), 'meeting');
  }

  async register(organisation: Organisation): Promise<void> {
    const body = { type: 'RegisterOrganisation', name: organisation.name } as const;
    const header = this.#header(`register/${organisation.key}`);
    await this.dispatch(new RegisterOrganisation(SETUP, header, this.id(organisation.key), body));
  }

  async employ(person: DemoPerson, from: string): Promise<void> {
    const personId = this.id(`person/${person.key}`);
    const email = `${person.key}@demo.example`;
    await this.dispatch(
      new RegisterPerson(SETUP, this.#header(`person/${person.key}`), personId, {
        type: 'RegisterPerson',
        name: person.name,
        email,
        language: 'zh',
      }),
    );
    await this.dispatch(
      new FillPosition(SETUP, this.#header(`position/${person.key}`), this.id(person.organisation), {
        type: 'FillPosition',
        positionId: this.positionId(person),
        title: person.position,
        roles: person.roles,
        personId,
        from,
      }),
    );
  }

  positionId(person: DemoPerson): string {
    return this.id(`position/${person.key}`);
  }

  /** Sends a command for a letter as somebody of the cast. */
  async send(who: Role, letter: string, body: AgreementCommand): Promise<readonly EventEnvelope[]> {
    const Message = agreementMessages[body.type];
    const step = body.type === 'ProposeAgreement' ? 'propose' : String(this.#nextStep(letter));
    // One table holds all classes, so the compiler cannot pair this class with this body; the key above does.
    const message = new (Message as new (...args: unknown[]) => Parameters<Dispatch>[0])(
      this.#viewer(who),
      this.#header(`${letter}/${step}`),
      this.agreementId(letter),
      body,
    );
    return this.dispatch(message);
  }

  /** Sends a command for a meeting as the coordinator. */
  async meet(meeting: string, body: MeetingCommand): Promise<readonly EventEnvelope[]> {
    const Message = meetingMessages[body.type];
    const step = body.type === 'PlanMeeting' ? 'plan' : String(this.#nextStep(`meeting/${meeting}`));
    // One table holds all classes, as above.
    const message = new (Message as new (...args: unknown[]) => Parameters<Dispatch>[0])(
      this.#viewer('coordinator'),
      this.#header(`meeting/${meeting}/${step}`),
      this.meetingId(meeting),
      body,
    );
    return this.dispatch(message);
  }

  /** Lets somebody act for another in everything, from one day to another. */
  async grant({ from, to }: typeof DEPUTY, first: string, last: string): Promise<void> {
    const header = this.#header(`mandate/${from.key}/${to.key}`);
    await this.dispatch(
      new GrantMandate(SETUP, header, this.id(from.organisation), {
        type: 'GrantMandate',
        fromPositionId: this.positionId(from),
        toPositionId: this.positionId(to),
        scope: {},
        from: first,
        until: last,
      }),
    );
  }

  /** Stores a file and answers the hash that commands name it by. */
  async file(bytes: Uint8Array): Promise<string> {
    if (!this.facts.files) throw new Error('the demo needs somewhere to keep its files');
    const { sha256 } = await this.facts.files.put(Readable.from([bytes]));
    return sha256;
  }

  async letter(letter: string): Promise<ProposedAgreement> {
    const stream = streamName(DEMO_SPACE, 'agreement', this.agreementId(letter));
    const history = await readStream<AgreementFact>(this.facts.store, stream, agreementDecider);
    const state = stateOf(
      agreementDecider,
      history.map(({ event }) => event),
    );
    if (state.stage === null) throw new Error(`the letter ${letter} has not been proposed yet`);
    return state;
  }

  #nextStep(letter: string): number {
    const step = (this.#steps.get(letter) ?? 0) + 1;
    this.#steps.set(letter, step);
    return step;
  }

  #viewer(who: Role): Viewer {
    const person = PEOPLE[who];
    const positionId = this.positionId(person);
    const organisationId = this.id(person.organisation);
    return {
      space: DEMO_SPACE,
      personId: this.id(`person/${person.key}`),
      positions: [{ positionId, organisationId, roles: person.roles }],
    };
  }

  #header(key: string): Header {
    const commandId = this.id(key);
    return { commandId, causationId: commandId, correlationId: this.correlationId };
  }
}

const SETUP = { space: DEMO_SPACE, system: 'system:setup' } as const;
