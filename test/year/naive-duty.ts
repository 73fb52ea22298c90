import { NaiveAbove } from './naive-above.js';
import { dayOf } from './naive-days.js';
import type { NaiveLetter } from './naive-letter.js';
import type { NaivePeople, NaivePerson } from './naive-people.js';
import type { Ready } from './naive-ready.js';
import { isLast, stepsOf, whyUnsaid, windowOf, type NaiveDeadline, type NaiveStep } from './naive-steps.js';
import { NaiveTold } from './naive-told.js';
import { NaiveWhose, type Addressee } from './naive-whose.js';

/** At what, and when; `later`: when to look again, at it alone or at all of the letter. */
interface Look {
  readonly at: string;
  readonly steps: readonly NaiveStep[];
  readonly later: (moment: string) => void;
  readonly laterAll: (moment: string) => void;
}

/** One deadline, from the moment it was set: looked at again whenever anything may be different. */
export class NaiveDuty {
  readonly key: string;
  readonly since: string;
  readonly #done = new Set<string>();
  readonly #ended = new Set<string>();
  readonly #closed = new Set<string>();
  readonly #told = new NaiveTold();
  /** By step and position: who it is for, and when it goes out. */
  readonly #rows = new Map<string, { readonly personId: string; readonly next: string }>();
  readonly #whose: NaiveWhose;
  readonly #above: NaiveAbove;
  #isMissed = false;
  #seenAt = '';

  constructor(
    private readonly people: NaivePeople,
    private readonly letter: NaiveLetter,
    private readonly deadline: NaiveDeadline,
    private readonly lines: string[],
  ) {
    this.key = `${letter.agreementId} ${deadline.deadlineId}@${deadline.version}`;
    this.since = deadline.fact.at;
    this.#whose = new NaiveWhose(people, letter, deadline);
    this.#above = new NaiveAbove(this.#whose);
  }

  /** Answers what may go out now. */
  look(at: string, agenda: Pick<Look, 'later' | 'laterAll'>): readonly Ready[] {
    const seenAt = this.#seenAt;
    this.#seenAt = at;
    const standing = this.letter.standing(this.deadline, at);
    const steps = this.#steps(at);
    if (standing !== 'open') {
      this.#rows.clear();
      if (this.letter.isEnding(seenAt, at)) this.#close(steps, standing, at);
      return [];
    }
    const look = { at, steps, ...agenda };
    const ready: Ready[] = [];
    for (const step of steps) {
      if (step.at > at) agenda.later(step.at);
      if (step.kind === 'remind') this.#assign(step, look);
      if (step.kind === 'remind' && step.at > at) ready.push(...this.#early(step, look));
    }
    for (const step of steps.filter((one) => one.at <= at)) {
      if (step.kind === 'elapse') this.#miss(at);
      else ready.push(...this.#do(step, look));
    }
    return ready;
  }

  sent({ step, positionId, person, isEscalation }: Ready, others: number, at: string): void {
    const { personId, email = '' } = person;
    this.#done.add(`${step}|${positionId}`);
    this.#told.note(personId, isEscalation, at);
    this.#above.sent.push({ step, positionId, personId, email, at });
    const together = isEscalation ? '' : ` with ${others}`;
    this.#say('ReminderSent', step, `${positionId} ${personId} ${email}${together}`, at);
  }

  held({ step, positionId, person }: Ready, reason: string, at: string): void {
    this.#hold(step, positionId, person.personId, reason, at);
  }

  wait({ step, positionId, person }: Ready, until: string): void {
    this.#rows.set(`${step}|${positionId}`, { personId: person.personId, next: until });
  }

  /** What went to an address at a moment came back. */
  cameBack(email: string, sentAt: string, at: string): void {
    for (const { step, positionId, personId } of this.#above.cameBack(email, sentAt, at))
      this.#say('ReminderBounced', step, `${positionId} ${personId}`, at);
  }

  #steps(at: string): readonly NaiveStep[] {
    const said = this.letter.said.filter((one) => one.at <= at);
    const done = this.letter.doneIn(this.deadline, at);
    return stepsOf(this.deadline, said, done, (level) => this.#above.unreachedBelow(level, at));
  }

  #close(steps: readonly NaiveStep[], reason: string, at: string): void {
    const left = steps
      .filter(({ step, kind }) => kind !== 'elapse' && !this.#isTold(step) && !this.#closed.has(step))
      .map(({ step }) => step);
    if (left.length > 0) this.#say('RemindersClosed', left.sort().join('+'), reason, at);
    for (const step of left) this.#closed.add(step);
  }

  #miss(at: string): void {
    if (!this.#isMissed) this.#say('DeadlineMissed', 'elapse', '', at);
    this.#isMissed = true;
  }

  /** Whether somebody of the letter is to be found out for, and nobody has been yet. */
  isBare(at: string): boolean {
    if (this.letter.standing(this.deadline, at) !== 'open') return false;
    const steps = this.#steps(at);
    return steps.some((step) => {
      const isSoon = step.kind === 'remind' && windowOf(step) <= at && !this.#ended.has(step.step);
      const isLooked = [...this.#rows.keys()].some((key) => key.startsWith(`${step.step}|`));
      if (!isSoon || isLooked || whyUnsaid(step, steps, at) !== undefined) return false;
      return this.#whose.of(step, at).some(({ positionId }) => !this.#done.has(`${step.step}|${positionId}`));
    });
  }

  /** Ahead of time, when it is found out for the letter: whom it is for, and when it goes to them. */
  #assign(step: NaiveStep, look: Look): void {
    const { at, steps } = look;
    if (windowOf(step) > at) look.laterAll(windowOf(step));
    if (windowOf(step) > at || !this.letter.isBare(at)) return;
    if (this.#ended.has(step.step) || whyUnsaid(step, steps, at) !== undefined) return;
    for (const { positionId, person, done } of this.#whose.of(step, at)) {
      const key = `${step.step}|${positionId}`;
      if (done || !person || this.#done.has(key)) continue;
      const { personId } = person;
      if (this.#rows.get(key)?.personId === personId) continue;
      this.#rows.set(key, {
        personId,
        next: this.people.goesOut(person, step, this.#before(step, look), at),
      });
    }
  }

  /** For those whose day begins before that of the deadline. */
  #early(step: NaiveStep, look: Look): readonly Ready[] {
    const { at, later } = look;
    return this.#whose.of(step, at).flatMap((one) => {
      const key = `${step.step}|${one.positionId}`;
      const row = this.#rows.get(key);
      if (!row || this.#done.has(key)) return [];
      if (row.next > at) {
        later(row.next);
        return [];
      }
      return this.#readyFor(step, one, look) ?? [];
    });
  }

  #do(step: NaiveStep, look: Look): readonly Ready[] {
    const { at, steps } = look;
    if (this.#ended.has(step.step)) return [];
    const to = step.kind === 'remind' ? this.#whose.of(step, at) : this.#goesUp(step, at);
    const left = to.filter(({ positionId }) => !this.#done.has(`${step.step}|${positionId}`));
    if (to.length > 0 && left.length === 0) return [];
    const late = whyUnsaid(step, steps, at);
    if (late !== undefined || to.length === 0) {
      this.#ended.add(step.step);
      this.#say('ReminderSuppressed', step.step, `all - ${late ?? 'no-recipient'}`, at);
      return [];
    }
    return left.flatMap((one) => this.#readyFor(step, one, look) ?? []);
  }

  #readyFor(step: NaiveStep, { positionId, person, done }: Addressee, look: Look): Ready | undefined {
    const { at, later } = look;
    if (done || !person) {
      this.#hold(step.step, positionId, '-', done ? 'already-signed' : 'no-holder', at);
      return undefined;
    }
    const { personId } = person;
    const key = `${step.step}|${positionId}`;
    const row = this.#rows.get(key);
    const next =
      row?.personId === personId ? row.next : this.people.goesOut(person, step, this.#before(step, look), at);
    this.#rows.set(key, { personId, next });
    if (next > at) {
      later(next);
      return undefined;
    }
    const reason = this.#whyNot(step, positionId, person, look);
    if (reason !== undefined) {
      this.#hold(step.step, positionId, personId, reason, at);
      return undefined;
    }
    const before = this.#before(step, look);
    const opening = this.people.opening(person, at, at);
    const isTooLate = before !== undefined && at < before && opening >= before;
    if (opening > at && !isTooLate) {
      this.#rows.set(key, { personId, next: opening });
      later(opening);
      return undefined;
    }
    const { agreementId } = this.letter;
    const { deadlineId, version } = this.deadline;
    return {
      ...{ duty: this, step: step.step, positionId, person },
      name: `${agreementId}|${deadlineId}|${version}|${key}`,
      isEscalation: step.kind === 'escalate',
      isUrgent: before !== undefined,
    };
  }

  #whyNot(step: NaiveStep, positionId: string, person: NaivePerson, look: Look): string | undefined {
    const { at } = look;
    const { personId, email, zone, quietUntil = '', isLost } = person;
    const today = dayOf(at, zone);
    const isReminder = step.kind === 'remind';
    if (isLost) return 'bounced';
    if (email === undefined) return 'no-address';
    if (this.letter.isMuted(today, at) || (isReminder && today <= quietUntil)) return 'muted';
    const said = this.#whose.said(at);
    if (this.#told.today(step, person, said.toldAt(personId), at)) return 'superseded';
    const isOver = at >= this.deadline.dueAt || this.#before(step, look) !== undefined;
    return isReminder ? said.leftAlone(positionId, personId, isOver, at) : undefined;
  }

  /** The end of the day, of the last warning before it. */
  #before(step: NaiveStep, { steps }: Look): string | undefined {
    const { dueAt } = this.deadline;
    return isLast(step, steps, dueAt) ? dueAt : undefined;
  }

  #goesUp(step: NaiveStep, at: string): readonly Addressee[] {
    const { positionIds, isNew } = this.#above.of(step, at);
    if (isNew) this.#say('DeadlineEscalated', step.step, [...positionIds].sort().join('+'), at);
    return positionIds.map((positionId) => this.#whose.addressee(positionId, at));
  }

  #isTold(step: string): boolean {
    return this.#ended.has(step) || [...this.#done].some((key) => key.startsWith(`${step}|`));
  }

  #hold(step: string, positionId: string, personId: string, reason: string, at: string): void {
    this.#done.add(`${step}|${positionId}`);
    if (reason === 'bounced') this.#above.noMail(positionId, at);
    this.#say('ReminderSuppressed', step, `${positionId} ${personId} ${reason}`, at);
  }

  #say(type: string, step: string, more: string, at: string): void {
    this.lines.push(`${at} ${type} ${this.key} ${step} ${more}`.trim());
  }
}
