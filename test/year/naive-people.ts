import { list, text, type Logged } from './logged.js';
import { dayOf, isWorked, shown } from './naive-days.js';
import { nextDay } from './days-off.js';

const HOME = 'Asia/Shanghai';
const NINE = '09:00';
const OFFICE = { from: '08:30', to: '18:00' };

export interface NaivePerson {
  readonly personId: string;
  readonly email?: string;
  /** Mail to that address came back. */
  readonly isLost: boolean;
  readonly zone: string;
  /** Of their day: from nine on, where that is among their hours. */
  readonly hours: { readonly from: string; readonly to: string };
  readonly everyDay: boolean;
  /** One message of each. */
  readonly each: boolean;
  /** The last day without reminders. */
  readonly quietUntil?: string;
}

interface Held {
  readonly at: string;
  readonly positionId: string;
  readonly organisationId: string;
  /** Nobody: empty. */
  readonly personId: string;
  readonly roles: readonly string[];
}

/** Who sat where, and how they were to be written to, at any moment: read again from the first line each time. */
export class NaivePeople {
  readonly #held = new Map<string, Held[]>();
  readonly #persons = new Map<string, Logged[]>();
  readonly #known = new Map<string, NaivePerson>();
  #knownAt = '';
  readonly #desks: Logged[];
  readonly #calendars: Logged[];

  constructor(facts: readonly Logged[]) {
    for (const fact of facts) {
      const [kind, id] = named(fact.stream);
      if (kind === 'organisation') this.#note(fact, id);
      if (kind === 'person') this.#persons.set(id, [...(this.#persons.get(id) ?? []), fact]);
    }
    this.#desks = facts.filter(({ stream }) => named(stream)[0] === 'desk');
    this.#calendars = facts.filter(({ type }) => type === 'CalendarPublished');
  }

  holder(positionId: string, at: string): NaivePerson | undefined {
    const held = this.#heldAt(positionId, at);
    return held && held.personId !== '' ? this.person(held.personId, at) : undefined;
  }

  person(personId: string, at: string): NaivePerson {
    if (this.#knownAt !== at) this.#known.clear();
    this.#knownAt = at;
    const known = this.#known.get(personId) ?? this.#personAt(personId, at);
    this.#known.set(personId, known);
    return known;
  }

  /** Positions that speak for the organisation and that somebody fills. */
  speakers(organisationId: string, at: string): readonly string[] {
    return [...this.#held.keys()].filter((positionId) => {
      const held = this.#heldAt(positionId, at);
      return (
        held?.organisationId === organisationId &&
        held.personId !== '' &&
        held.roles.includes('representative')
      );
    });
  }

  /** From which position a desk is kept; undefined when whoever keeps it coordinates from there no more. */
  desk(deskId: string | undefined, at: string): Held | undefined {
    const today = dayOf(at, HOME);
    const past = this.#desks.filter((fact) => fact.at <= at);
    const first = past.find(({ type }) => type === 'DeskOpened');
    const stream =
      deskId === undefined ? first?.stream : past.find((fact) => named(fact.stream)[1] === deskId)?.stream;
    const keeper = past.findLast(
      (fact) =>
        fact.stream === stream &&
        ['DeskOpened', 'DeskHolderChanged'].includes(fact.type) &&
        text(fact, 'from') <= today,
    );
    if (!keeper) return undefined;
    const held = this.#heldAt(text(keeper, 'positionId'), at);
    const isThere = held?.personId === text(keeper, 'personId') && held.roles.includes('coordinator');
    return isThere ? held : undefined;
  }

  /** `cn@2`: the newest one there was. */
  newest(calendarId: string, at: string): string {
    const published = this.#calendars.filter((fact) => fact.at <= at && named(fact.stream)[1] === calendarId);
    const shipped = calendarId === 'cn' ? 1 : 0;
    return `${calendarId}@${shipped + published.length}`;
  }

  /** From that moment on, the first within their hours of a day they work on, by the calendar known at `at`. */
  opening({ zone, hours, everyDay }: NaivePerson, from: string, at: string): string {
    const calendar = this.newest('cn', at);
    for (let day = dayOf(from, zone); ; day = nextDay(day)) {
      const opens = shown(day, hours.from, zone);
      if ((everyDay || isWorked(calendar, day)) && from < shown(day, hours.to, zone))
        return from > opens ? from : opens;
    }
  }

  /** When their day begins, on the first from that one on. */
  beginning(person: NaivePerson, day: string, at: string): string {
    return this.opening(person, shown(day, person.hours.from, person.zone), at);
  }

  /** At the beginning of its day by their clock; `before`: a last warning goes out before that, come what may. */
  goesOut(
    person: NaivePerson,
    { date, at: own }: { readonly date: string; readonly at: string },
    before: string | undefined,
    at: string,
  ): string {
    const opening = this.beginning(person, date, at);
    if (before === undefined || opening < before) return opening;
    const theirs = shown(date, person.hours.from, person.zone);
    const from = theirs < own ? theirs : own;
    const first = this.opening(person, from, at);
    return from < before && first >= before ? from : first;
  }

  /** On the first day after that day of theirs. */
  tomorrow(person: NaivePerson, at: string): string {
    return this.beginning(person, nextDay(dayOf(at, person.zone)), at);
  }

  #personAt(personId: string, at: string): NaivePerson {
    const past = (this.#persons.get(personId) ?? []).filter((fact) => fact.at <= at);
    let isLost = false;
    const told = new Map<string, unknown>();
    for (const { type, data } of past) {
      for (const [name, value] of Object.entries(data)) told.set(name, value);
      if (data['email'] !== undefined) isLost = false;
      if (type === 'AddressBounced') isLost = true;
    }
    const word = (name: string): string => {
      const value = told.get(name);
      return typeof value === 'string' ? value : '';
    };
    const { from, to } = (told.get('window') ?? OFFICE) as NaivePerson['hours'];
    const [email, quietUntil] = [word('email'), word('mutedUntil')];
    return {
      personId,
      ...(email === '' ? {} : { email }),
      ...(quietUntil === '' ? {} : { quietUntil }),
      isLost,
      zone: word('zone') || HOME,
      hours: from <= NINE && NINE < to ? { from: NINE, to } : { from, to },
      everyDay: told.get('workingDaysOnly') === false,
      each: told.get('digest') === false,
    };
  }

  #heldAt(positionId: string, at: string): Held | undefined {
    return this.#held.get(positionId)?.findLast((held) => held.at <= at);
  }

  #note(fact: Logged, organisationId: string): void {
    const positionId = text(fact, 'positionId');
    const known = this.#held.get(positionId) ?? [];
    const { at } = fact;
    if (fact.type === 'PositionFilled') {
      const [personId, roles] = [text(fact, 'personId'), list(fact, 'roles')];
      this.#held.set(positionId, [...known, { at, positionId, organisationId, personId, roles }]);
    }
    if (fact.type === 'PositionVacated' || fact.type === 'PositionEnded')
      this.#held.set(positionId, [...known, { at, positionId, organisationId, personId: '', roles: [] }]);
  }
}

/** `main.agreement-1` → `['agreement', '1']`. */
export function named(stream: string): readonly [string, string] {
  const [, kind = '', id = ''] = /^[^.]+\.([a-z]+)-(.+)$/u.exec(stream) ?? [];
  return [kind, id];
}
