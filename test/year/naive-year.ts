import { nextDay } from './days-off.js';
import type { Logged } from './logged.js';
import { dayOf, isWorked, shown } from './naive-days.js';
import { NaiveLetter, type NaiveDeadline, type NaiveStep } from './naive-letter.js';
import { named, NaivePeople, type NaivePerson } from './naive-people.js';

/** While it lasts nobody is reminded. */
export interface Outage {
  readonly from: string;
  readonly to: string;
}

export interface NaiveWorld {
  readonly facts: readonly Logged[];
  readonly outages: readonly Outage[];
  /** Addresses that the mail server refuses for good. */
  readonly refused: ReadonlySet<string>;
  readonly until: string;
}

const OPENS = '08:30';
const CLOSES = '18:00';

/** Every line that there must be, and no other, of who was reminded of what and when. */
export function expectedLines({ facts, outages, refused, until }: NaiveWorld): readonly string[] {
  const people = new NaivePeople(facts);
  const streams = Map.groupBy(facts, ({ stream }) => stream);
  const elsewhere = facts.filter(({ stream }) => !['agreement', 'reminders'].includes(named(stream)[0]));
  const changes = [...new Set(elsewhere.map(({ at }) => at))];
  return [...streams].flatMap(([stream, own]) => {
    const [kind, id] = named(stream);
    if (kind !== 'agreement') return [];
    const letter = new NaiveLetter(id, own);
    const moments = [...new Set([...changes, ...own.map(({ at }) => at)])];
    return [
      ...letter.wrongDays((calendarId, at) => people.newest(calendarId, at)),
      ...letter.deadlines.flatMap((deadline) =>
        new NaiveDuty({ people, letter, deadline, outages, refused }).linesUntil(until, moments),
      ),
    ];
  });
}

interface Duty {
  readonly people: NaivePeople;
  readonly letter: NaiveLetter;
  readonly deadline: NaiveDeadline;
  readonly outages: readonly Outage[];
  readonly refused: ReadonlySet<string>;
}

interface Addressee {
  readonly positionId: string;
  readonly person: NaivePerson | undefined;
  readonly done: boolean;
}

/** One deadline, from the moment it was set: looked at again whenever anything may be different. */
class NaiveDuty {
  readonly #lines: string[] = [];
  /** Step and position of which something is on record. */
  readonly #told = new Set<string>();
  readonly #ended = new Set<string>();
  readonly #closed = new Set<string>();
  readonly #upTo = new Map<string, readonly string[]>();
  /** By person. */
  readonly #lastTold = new Map<string, string>();
  #isMissed = false;
  #moments: string[] = [];

  constructor(private readonly duty: Duty) {}

  linesUntil(until: string, changes: readonly string[]): readonly string[] {
    const { deadline } = this.duty;
    const begin = deadline.fact.at;
    this.#moments = [...changes, ...deadline.steps.map(({ at }) => at)].filter((at) => at >= begin);
    const seen = new Set<string>();
    for (let at = this.#next(seen); at !== undefined && at <= until; at = this.#next(seen)) this.#look(at);
    return this.#lines;
  }

  /** The earliest moment that is left at which anybody was there to look. */
  #next(seen: Set<string>): string | undefined {
    let next: string | undefined;
    for (const moment of this.#moments) {
      const at = this.duty.outages.find(({ from, to }) => from <= moment && moment < to)?.to ?? moment;
      if (!seen.has(at) && (next === undefined || at < next)) next = at;
    }
    if (next !== undefined) seen.add(next);
    return next;
  }

  #look(at: string): void {
    const { letter, deadline } = this.duty;
    const standing = letter.standing(deadline, at);
    if (standing !== 'open') {
      this.#close(standing, at);
      return;
    }
    for (const step of deadline.steps.filter((one) => one.at <= at)) {
      if (step.kind === 'elapse') this.#miss(at);
      else this.#do(step, at);
    }
  }

  #close(reason: string, at: string): void {
    const left = this.duty.deadline.steps
      .filter(({ step, kind }) => kind !== 'elapse' && !this.#isTold(step) && !this.#closed.has(step))
      .map(({ step }) => step);
    if (left.length > 0) this.#say('RemindersClosed', left.sort().join('+'), reason, at);
    for (const step of left) this.#closed.add(step);
  }

  #miss(at: string): void {
    if (!this.#isMissed) this.#say('DeadlineMissed', 'elapse', '', at);
    this.#isMissed = true;
  }

  #do(step: NaiveStep, at: string): void {
    if (this.#ended.has(step.step)) return;
    const to = step.kind === 'remind' ? this.#whose(at) : this.#above(step, at);
    const left = to.filter(({ positionId }) => !this.#told.has(`${step.step} ${positionId}`));
    if (to.length > 0 && left.length === 0) return;
    const isOutdone =
      step.kind === 'remind' &&
      this.duty.deadline.steps.some((one) => one.kind === 'remind' && one.at > step.at && one.at <= at);
    if (isOutdone || to.length === 0) {
      this.#ended.add(step.step);
      this.#say('ReminderSuppressed', step.step, `all - ${isOutdone ? 'superseded' : 'no-recipient'}`, at);
      return;
    }
    for (const one of left) this.#tell(step, one, at);
  }

  #tell(step: NaiveStep, { positionId, person, done }: Addressee, at: string): void {
    const held = (reason: string, personId = '-'): void => {
      this.#told.add(`${step.step} ${positionId}`);
      this.#say('ReminderSuppressed', step.step, `${positionId} ${personId} ${reason}`, at);
    };
    if (done) {
      held('already-signed');
      return;
    }
    if (!person) {
      held('no-holder');
      return;
    }
    const { personId, email, zone } = person;
    if (email === undefined) {
      held('no-address', personId);
      return;
    }
    const last = this.#lastTold.get(personId);
    if (step.kind === 'remind' && last !== undefined && dayOf(last, zone) === dayOf(at, zone)) {
      held('superseded', personId);
      return;
    }
    const opening = this.#opening(zone, at);
    if (opening > at && !this.#isLastChance(step, at, opening)) {
      this.#moments.push(opening);
      return;
    }
    if (this.duty.refused.has(email)) {
      held('rejected', personId);
      return;
    }
    this.#told.add(`${step.step} ${positionId}`);
    this.#lastTold.set(personId, at);
    this.#say('ReminderSent', step.step, `${positionId} ${personId} ${email}`, at);
  }

  /** After the last reminder before the day is over nobody is warned any more: it waits for no hours after that. */
  #isLastChance(step: NaiveStep, at: string, opening: string): boolean {
    const { steps, dueAt } = this.duty.deadline;
    const isLater = steps.some((one) => one.kind === 'remind' && one.at > step.at && one.at < dueAt);
    return step.kind === 'remind' && step.at < dueAt && !isLater && at < dueAt && opening >= dueAt;
  }

  /** From this moment on, the first within office hours of a day of work where they are. */
  #opening(zone: string, at: string): string {
    const calendar = this.duty.people.newest('cn', at);
    for (let day = dayOf(at, zone); ; day = nextDay(day)) {
      const opens = shown(day, OPENS, zone);
      if (isWorked(calendar, day) && at < shown(day, CLOSES, zone)) return at > opens ? at : opens;
    }
  }

  /** Whose duty it is: the owner's of a milestone, the signatories', or the desk's. */
  #whose(at: string): readonly Addressee[] {
    const { letter, people, deadline } = this.duty;
    const parties = letter.parties(at);
    if (deadline.kind === 'milestone') {
      const owner = letter.owner(deadline.subject, at);
      const own = parties.filter(({ partyId, positionId }) => partyId === owner && positionId !== '');
      return own.map(({ positionId }) => this.#addressee(positionId, at));
    }
    if (deadline.subject === 'signing') {
      const positions = new Set(parties.map(({ positionId }) => positionId).filter((id) => id !== ''));
      return [...positions].map((positionId) => ({
        ...this.#addressee(positionId, at),
        done: parties.every((party) => party.positionId !== positionId || party.signed),
      }));
    }
    const positionId = letter.proposedFrom;
    if (positionId === undefined) return [];
    const keeper = people.desk(letter.deskId(at), at);
    const person = keeper ? people.person(keeper.personId, at) : people.holder(positionId, at);
    return [{ positionId, person, done: false }];
  }

  /** To whom it went up; whoever stood there when it first did. */
  #above({ step }: NaiveStep, at: string): readonly Addressee[] {
    const known = this.#upTo.get(step);
    const positions = known ?? this.#positionsAbove(step.slice('escalate-'.length), at);
    if (!known && positions.length > 0) {
      this.#upTo.set(step, positions);
      this.#say('DeadlineEscalated', step, [...positions].sort().join('+'), at);
    }
    return positions.map((positionId) => this.#addressee(positionId, at));
  }

  #positionsAbove(to: string, at: string): readonly string[] {
    const { letter, people, deadline } = this.duty;
    if (to === 'representative') {
      const owner = letter.owner(deadline.subject, at);
      const late = letter
        .parties(at)
        .filter(({ partyId, signed }) => (deadline.kind === 'milestone' ? partyId === owner : !signed));
      return [...new Set(late.flatMap(({ partyId }) => people.speakers(partyId, at)))];
    }
    const desk = people.desk(letter.deskId(at), at);
    if (!desk) return [];
    return to === 'desk' ? [desk.positionId] : people.speakers(desk.organisationId, at);
  }

  #addressee(positionId: string, at: string): Addressee {
    return { positionId, person: this.duty.people.holder(positionId, at), done: false };
  }

  #isTold(step: string): boolean {
    return this.#ended.has(step) || [...this.#told].some((key) => key.startsWith(`${step} `));
  }

  #say(type: string, step: string, more: string, at: string): void {
    const { letter, deadline } = this.duty;
    this.#lines.push(
      `${at} ${type} ${letter.agreementId} ${deadline.deadlineId}@${deadline.version} ${step} ${more}`.trim(),
    );
  }
}
