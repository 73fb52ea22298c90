import { list, text, type Logged } from './logged.js';
import { dayOf, isWorked, shown } from './naive-days.js';
import { nextDay } from './days-off.js';

const HOME = 'Asia/Shanghai';
const OPENS = '09:00';
const CLOSES = '18:00';

export interface NaivePerson {
  readonly personId: string;
  readonly email?: string;
  readonly zone: string;
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
    const past = (this.#persons.get(personId) ?? []).filter((fact) => fact.at <= at);
    let [email, zone] = ['', ''];
    for (const { data } of past) {
      if (data['email'] !== undefined) email = typeof data['email'] === 'string' ? data['email'] : '';
      if (data['zone'] !== undefined) zone = typeof data['zone'] === 'string' ? data['zone'] : '';
    }
    return { personId, ...(email === '' ? {} : { email }), zone: zone === '' ? HOME : zone };
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

  /** From that moment on, the first within the hours of a day of work where they are, by the calendar known at `at`. */
  opening(zone: string, from: string, at: string): string {
    const calendar = this.newest('cn', at);
    for (let day = dayOf(from, zone); ; day = nextDay(day)) {
      const opens = shown(day, OPENS, zone);
      if (isWorked(calendar, day) && from < shown(day, CLOSES, zone)) return from > opens ? from : opens;
    }
  }

  /** On the first day of work after that day of theirs. */
  tomorrow(zone: string, at: string): string {
    return this.opening(zone, shown(nextDay(dayOf(at, zone)), OPENS, zone), at);
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
