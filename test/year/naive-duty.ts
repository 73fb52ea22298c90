import { dayOf } from './naive-days.js';
import type { NaiveDeadline, NaiveLetter, NaiveStep } from './naive-letter.js';
import type { NaivePeople, NaivePerson } from './naive-people.js';

interface Addressee {
  readonly positionId: string;
  readonly person: NaivePerson | undefined;
  readonly done: boolean;
}

/** A word to somebody that may go out now. */
export interface Ready {
  readonly duty: NaiveDuty;
  readonly name: string;
  readonly step: string;
  readonly positionId: string;
  readonly person: NaivePerson;
  readonly isEscalation: boolean;
  /** Nobody is warned after it. */
  readonly isUrgent: boolean;
}

/** One deadline, from the moment it was set: looked at again whenever anything may be different. */
export class NaiveDuty {
  readonly key: string;
  /** Step and position of which something is on record. */
  readonly #told = new Set<string>();
  readonly #ended = new Set<string>();
  readonly #closed = new Set<string>();
  readonly #upTo = new Map<string, readonly string[]>();
  /** By person. */
  readonly #lastTold = new Map<string, string>();
  /** Until when somebody's hours are waited for, by step, position and person. */
  readonly #waits = new Map<string, string>();
  #isMissed = false;
  /** When that was seen: where the letter lay still after it, nothing was due. */
  #endedAt: string | undefined;

  constructor(
    private readonly people: NaivePeople,
    private readonly letter: NaiveLetter,
    private readonly deadline: NaiveDeadline,
    private readonly lines: string[],
  ) {
    this.key = `${letter.agreementId} ${deadline.deadlineId}@${deadline.version}`;
  }

  /** Answers what may go out now; `later`: when to look again. */
  look(at: string, later: (moment: string) => void): readonly Ready[] {
    const standing = this.letter.standing(this.deadline, at);
    if (standing !== 'open') {
      this.#endedAt ??= at;
      this.#close(standing, at);
      return [];
    }
    this.#endedAt = undefined;
    const ready: Ready[] = [];
    for (const step of this.deadline.steps.filter((one) => one.at <= at)) {
      if (step.kind === 'elapse') this.#miss(at);
      else ready.push(...this.#do(step, at, later));
    }
    return ready;
  }

  sent({ step, positionId, person, isEscalation }: Ready, others: number, at: string): void {
    this.#told.add(`${step} ${positionId}`);
    this.#lastTold.set(person.personId, at);
    const together = isEscalation ? '' : ` with ${others}`;
    this.#say('ReminderSent', step, `${positionId} ${person.personId} ${person.email ?? ''}${together}`, at);
  }

  held({ step, positionId, person }: Ready, reason: string, at: string): void {
    this.#hold(step, positionId, person.personId, reason, at);
  }

  wait({ step, positionId, person }: Ready, until: string): void {
    this.#waits.set(`${step} ${positionId} ${person.personId}`, until);
  }

  #close(reason: string, at: string): void {
    const left = this.deadline.steps
      .filter(({ step, kind }) => kind !== 'elapse' && !this.#isTold(step) && !this.#closed.has(step))
      .filter((one) => !one.step.startsWith('stuck-') || one.at <= (this.#endedAt ?? ''))
      .map(({ step }) => step);
    if (left.length > 0) this.#say('RemindersClosed', left.sort().join('+'), reason, at);
    for (const step of left) this.#closed.add(step);
  }

  #miss(at: string): void {
    if (!this.#isMissed) this.#say('DeadlineMissed', 'elapse', '', at);
    this.#isMissed = true;
  }

  #do(step: NaiveStep, at: string, later: (moment: string) => void): readonly Ready[] {
    if (this.#ended.has(step.step)) return [];
    const to = step.kind === 'remind' ? this.#whose(at) : this.#above(step, at);
    const left = to.filter(({ positionId }) => !this.#told.has(`${step.step} ${positionId}`));
    if (to.length > 0 && left.length === 0) return [];
    const isOutdone =
      step.kind === 'remind' &&
      this.deadline.steps.some((one) => one.kind === 'remind' && one.at > step.at && one.at <= at);
    const hasMoved = step.stillUntil !== undefined && step.stillUntil <= at;
    if (hasMoved || isOutdone || to.length === 0) {
      const why = hasMoved ? 'moved-on' : isOutdone ? 'superseded' : 'no-recipient';
      this.#ended.add(step.step);
      this.#say('ReminderSuppressed', step.step, `all - ${why}`, at);
      return [];
    }
    return left.flatMap((one) => this.#readyFor(step, one, at, later) ?? []);
  }

  #readyFor(
    step: NaiveStep,
    { positionId, person, done }: Addressee,
    at: string,
    later: (moment: string) => void,
  ): Ready | undefined {
    if (done || !person) {
      this.#hold(step.step, positionId, '-', done ? 'already-signed' : 'no-holder', at);
      return undefined;
    }
    const { personId, email, zone } = person;
    const isUrgent = this.#isLast(step);
    const openingFrom = (moment: string): string => {
      const opening = this.people.opening(zone, moment, at);
      return isUrgent && moment < this.deadline.dueAt && opening >= this.deadline.dueAt ? moment : opening;
    };
    const key = `${step.step} ${positionId} ${personId}`;
    const until = this.#waits.get(key) ?? openingFrom(step.at);
    this.#waits.set(key, until);
    if (until > at) {
      later(until);
      return undefined;
    }
    const reason = this.#whyNot(step, person, at);
    if (reason !== undefined) {
      this.#hold(step.step, positionId, personId, reason, at);
      return undefined;
    }
    const opening = openingFrom(at);
    const ready = { duty: this, name: `${this.key} ${step.step} ${positionId}`, step: step.step, positionId };
    if (opening <= at)
      return {
        ...ready,
        person: { ...person, email: email ?? '' },
        isEscalation: step.kind === 'escalate',
        isUrgent,
      };
    this.#waits.set(key, opening);
    later(opening);
    return undefined;
  }

  #whyNot({ kind }: NaiveStep, { personId, email, zone }: NaivePerson, at: string): string | undefined {
    if (email === undefined) return 'no-address';
    const last = this.#lastTold.get(personId);
    return kind === 'remind' && last !== undefined && dayOf(last, zone) === dayOf(at, zone)
      ? 'superseded'
      : undefined;
  }

  /** After it, and before the day is over, nobody is warned any more. */
  #isLast(step: NaiveStep): boolean {
    const { steps, dueAt } = this.deadline;
    const isLater = steps.some((one) => one.kind === 'remind' && one.at > step.at && one.at < dueAt);
    return step.kind === 'remind' && step.at < dueAt && !isLater;
  }

  /** Whose duty it is: the owner's of a milestone, the signatories', or the desk's. */
  #whose(at: string): readonly Addressee[] {
    const { letter, people, deadline } = this;
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
    const { letter, people, deadline } = this;
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
    return { positionId, person: this.people.holder(positionId, at), done: false };
  }

  #isTold(step: string): boolean {
    return this.#ended.has(step) || [...this.#told].some((key) => key.startsWith(`${step} `));
  }

  #hold(step: string, positionId: string, personId: string, reason: string, at: string): void {
    this.#told.add(`${step} ${positionId}`);
    this.#say('ReminderSuppressed', step, `${positionId} ${personId} ${reason}`, at);
  }

  #say(type: string, step: string, more: string, at: string): void {
    this.lines.push(`${at} ${type} ${this.key} ${step} ${more}`.trim());
  }
}
