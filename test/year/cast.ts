import { SETUP, type HeldPosition, type Viewer } from '@entente/access';
import {
  ChangeContacts,
  FillPosition,
  HandOverDesk,
  OpenDesk,
  PublishCalendar,
  PublishDefinition,
  RegisterOrganisation,
  RegisterPerson,
  SetOrganisationCalendars,
  VacatePosition,
  type Header,
} from '@entente/application';
import { uuidV5 } from '@entente/canonical';
import type { PositionRole } from '@entente/directory';
import { Readable } from 'node:stream';

import type { SeededRandom } from '../faults/seeded-random.js';
import { daysOff } from './days-off.js';
import type { Returned } from './naive-year.js';
import type { YearOffice } from './office.js';
import { ABROAD, ownLetter } from './own-letter.js';
import { EAST, ZONES } from './where.js';

export const SPACE = 'main';
const SYSTEM = { space: SPACE, system: SETUP } as const;
const HEAD: readonly PositionRole[] = ['representative', 'signatory'];
const DEPUTY: readonly PositionRole[] = ['representative'];
const COORDINATOR: readonly PositionRole[] = ['coordinator', 'representative'];

export interface House {
  readonly organisationId: string;
  readonly head: string;
  readonly deputy: string;
}

/** The organisations, their people and the desks, and who is where at the moment. */
export class Cast {
  readonly houses: House[] = [];
  readonly desks: string[] = [];
  /** Addresses that the mail server refuses. */
  readonly refused = new Set<string>();
  /** Addresses that mail comes back from, days later, and what did. */
  readonly hollow = new Set<string>();
  readonly returned: Returned[] = [];
  readonly department: string;
  /** What was signed, as every letter shows it. */
  scan = '';
  readonly #addresses = new Map<string, string>();
  readonly #held = new Map<string, HeldPosition & { readonly personId: string }>();
  /** Houses, in their order. */
  readonly #registered: string[] = [];
  #commands = 0;
  #people = 0;

  constructor(
    readonly office: YearOffice,
    readonly random: SeededRandom,
    /** Of how many people one has an address that all mail comes back from. */
    private readonly unreachable = 12,
  ) {
    this.department = this.id('department');
  }

  id(name: string): string {
    return uuidV5(this.office.facts.sha1, SPACE, name);
  }

  header(): Header {
    this.#commands += 1;
    const commandId = this.id(`command ${this.#commands}`);
    return { commandId, causationId: commandId, correlationId: commandId };
  }

  get today(): string {
    return new Date(Date.parse(this.office.now) + 8 * 3_600_000).toISOString().slice(0, 10);
  }

  /** The department with its desks, and so many houses: of which one in six is abroad. */
  async settle(houses: number, desks: number): Promise<void> {
    const { sha256 } = await this.office.facts.files.put(Readable.from([Buffer.from('%PDF-1.4 signed')]));
    this.scan = sha256;
    await this.publish('de', 1);
    await this.office.send(
      new PublishDefinition(SYSTEM, this.header(), ABROAD, {
        type: 'PublishDefinition',
        definition: ownLetter(),
      }),
    );
    await this.#register(this.department);
    for (let number = 0; number <= desks; number += 1)
      await this.fill(this.coordinator(number), this.department, COORDINATOR);
    for (let number = 0; number < desks; number += 1) await this.#openDesk(number);
    for (let number = 0; number < houses; number += 1) await this.#house(number);
    // One who heads two of them.
    const [one, other] = this.houses;
    if (one && other) await this.fill(other.head, other.organisationId, HEAD, this.holderOf(one.head));
  }

  coordinator(number: number): string {
    return this.id(`coordinator ${number}`);
  }

  /** Whoever fills the position, with all they fill; undefined when nobody does. */
  viewer(positionId: string): Viewer | undefined {
    const personId = this.holderOf(positionId);
    if (personId === undefined) return undefined;
    const positions = [...this.#held.values()].filter((held) => held.personId === personId);
    return { space: SPACE, personId, positions };
  }

  holderOf(positionId: string): string | undefined {
    return this.#held.get(positionId)?.personId;
  }

  /** Those who are there, always at least two. */
  get coordinators(): readonly Viewer[] {
    const found = [...this.#held.keys()].filter((id) => this.#held.get(id)?.roles.includes('coordinator'));
    return found.flatMap((positionId) => this.viewer(positionId) ?? []);
  }

  async fill(
    positionId: string,
    organisationId: string,
    roles: readonly PositionRole[],
    known?: string,
  ): Promise<void> {
    const house = this.#registered.indexOf(organisationId);
    const personId = known ?? (await this.#newcomer(house < 0 ? undefined : ZONES[house % ZONES.length]));
    const from = this.today;
    const body = { type: 'FillPosition', positionId, title: { en: 'Post' }, roles, personId, from } as const;
    const answer = await this.office.send(new FillPosition(SYSTEM, this.header(), organisationId, body));
    if (answer) this.#held.set(positionId, { positionId, organisationId, roles, personId });
  }

  async vacate(positionId: string): Promise<void> {
    const held = this.#held.get(positionId);
    if (!held) return;
    const body = { type: 'VacatePosition', positionId, on: this.today } as const;
    const answer = await this.office.send(
      new VacatePosition(SYSTEM, this.header(), held.organisationId, body),
    );
    if (answer) this.#held.delete(positionId);
  }

  async handOverDesk(number: number, to: number): Promise<void> {
    const positionId = this.coordinator(to);
    const sender = this.viewer(positionId);
    if (!sender) return;
    const body = {
      type: 'HandOverDesk',
      organisationId: this.department,
      positionId,
      reason: 'Gone.',
    } as const;
    await this.office.send(new HandOverDesk(sender, this.header(), this.desks[number] ?? '', body));
  }

  isRefused(personId: string): boolean {
    return this.refused.has(this.#addresses.get(personId) ?? '');
  }

  /** Whose address it is. */
  addressed(email: string): string | undefined {
    return [...this.#addresses].find(([, address]) => address === email)?.[0];
  }

  async changeContacts(personId: string, body: Omit<ChangeContacts['body'], 'type'>): Promise<void> {
    if (body.email !== undefined) this.#addresses.set(personId, body.email ?? '');
    await this.office.send(
      new ChangeContacts(SYSTEM, this.header(), personId, { type: 'ChangeContacts', ...body }),
    );
  }

  /** The list of a calendar's days, as it was written down by hand. */
  async publish(calendarId: string, version: number): Promise<void> {
    const days = daysOff(`${calendarId}@${version}`).map(({ date, isWorked }) => ({
      date,
      kind: isWorked ? ('make-up-working-day' as const) : ('holiday' as const),
      name: { zh: '日', en: 'Day' },
    }));
    const calendar = {
      id: calendarId,
      version,
      publishedFrom: '2026-01-01',
      publishedTo: '2027-12-31',
      days,
    };
    const body = { type: 'PublishCalendar', name: { en: calendarId }, source: 'By hand', calendar } as const;
    await this.office.send(new PublishCalendar(SYSTEM, this.header(), calendarId, body));
  }

  async #house(number: number): Promise<void> {
    const organisationId = this.id(`house ${number}`);
    const [head, deputy] = [this.id(`head ${number}`), this.id(`deputy ${number}`)];
    await this.#register(organisationId);
    this.#registered.push(organisationId);
    if (number % 6 === 5) {
      const body = { type: 'SetOrganisationCalendars', country: 'de' } as const;
      await this.office.send(new SetOrganisationCalendars(SYSTEM, this.header(), organisationId, body));
    }
    await this.fill(head, organisationId, HEAD);
    await this.fill(deputy, organisationId, DEPUTY);
    this.houses.push({ organisationId, head, deputy });
  }

  async #openDesk(number: number): Promise<void> {
    const deskId = this.id(`desk ${number}`);
    const body = {
      type: 'OpenDesk',
      name: { en: `Desk ${number}` },
      organisationId: this.department,
      positionId: this.coordinator(number),
      from: this.today,
    } as const;
    await this.office.send(new OpenDesk(SYSTEM, this.header(), deskId, body));
    this.desks.push(deskId);
  }

  async #register(organisationId: string): Promise<void> {
    const body = { type: 'RegisterOrganisation', name: { en: 'House' } } as const;
    await this.office.send(new RegisterOrganisation(SYSTEM, this.header(), organisationId, body));
  }

  /** One in ten has no address; of one in twelve the mail server will hear nothing, of another all mail comes back. */
  async #newcomer(zone: string | undefined): Promise<string> {
    this.#people += 1;
    const personId = this.id(`person ${this.#people}`);
    const email = `person-${this.#people}@letters.example`;
    const isReachable = !this.random.chance(0.1);
    if (this.random.chance(1 / 12) && zone !== EAST) this.refused.add(email);
    else if (this.random.chance(1 / this.unreachable)) this.hollow.add(email);
    if (isReachable) this.#addresses.set(personId, email);
    await this.office.send(
      new RegisterPerson(SYSTEM, this.header(), personId, {
        type: 'RegisterPerson',
        name: { en: `Person ${this.#people}` },
        language: this.random.chance(0.5) ? 'zh' : 'en',
        ...(zone === undefined ? {} : { zone }),
        ...(isReachable ? { email } : {}),
      }),
    );
    return personId;
  }
}
