import { text, type Logged } from './logged.js';
import { nextDay } from './days-off.js';
import { dayOf, shown, worked, workedFrom } from './naive-days.js';
import { deadlineOf, HOME, type NaiveDeadline } from './naive-steps.js';

export interface NaiveParty {
  readonly partyId: string;
  readonly positionId: string;
  readonly signed: boolean;
}

const ENDS = new Set(['DeadlineMet', 'DeadlineCancelled']);
const ENDING = new Set(['DeadlineMet', 'DeadlineCancelled', 'DeadlineSet', 'EntryRetracted']);

type Standing = 'open' | 'deadline-met' | 'deadline-cancelled' | 'entry-retracted' | 'superseded';

/** One agreement, by the lines of its stream. */
export class NaiveLetter {
  readonly deadlines: readonly NaiveDeadline[];
  /** Of its deadlines. */
  readonly duties: { isBare(at: string): boolean }[] = [];
  #bare = { at: '', is: false };
  #counted: { readonly at: string; readonly facts: readonly Logged[] } | undefined;

  constructor(
    readonly agreementId: string,
    readonly facts: readonly Logged[],
    /** What people said of its reminders. */
    readonly said: readonly Logged[],
  ) {
    this.deadlines = facts.filter(({ type }) => type === 'DeadlineSet').map(deadlineOf);
  }

  /** What counts at the moment: without what a later line took back. */
  counted(at: string): readonly Logged[] {
    if (this.#counted?.at !== at) this.#counted = { at, facts: this.#countAt(at) };
    return this.#counted.facts;
  }

  /** Whether something ended a deadline, or set one, after one moment and up to another. */
  isEnding(after: string, at: string): boolean {
    return this.facts.some((fact) => fact.at > after && fact.at <= at && ENDING.has(fact.type));
  }

  /** What people did from the line on that set a deadline, as long as it ran, and what they did next. */
  doneIn(deadline: NaiveDeadline, at: string): { readonly lines: readonly Logged[]; readonly ended: number } {
    const past = this.facts.filter((fact) => fact.at <= at && fact.type !== 'DeadlineMissed');
    const lines = past.filter(({ revision }) => revision >= deadline.version);
    return { lines, ended: this.#endOf(deadline, at) };
  }

  #endOf(deadline: NaiveDeadline, at: string): number {
    const { deadlineId, version, fact } = deadline;
    const standing = this.standing(deadline, at);
    if (standing === 'open') return Number.POSITIVE_INFINITY;
    const ends = (one: Logged): boolean =>
      standing === 'deadline-met' || standing === 'deadline-cancelled'
        ? ENDS.has(one.type) && text(one, 'deadlineId') === deadlineId && this.counted(at).includes(one)
        : (one.type === 'DeadlineSet' && text(one, 'deadlineId') === deadlineId) ||
          (one.type === 'EntryRetracted' && text(one, 'commandId') === fact.commandId);
    const after = this.facts.filter((one) => one.at <= at && one.revision > version);
    const isLast = standing === 'deadline-met' || standing === 'deadline-cancelled';
    return (isLast ? after.findLast(ends) : after.find(ends))?.revision ?? version;
  }

  /** Whether it is found out now for whom its reminders of the coming day are: for all of them, or for none. */
  isBare(at: string): boolean {
    if (this.#bare.at !== at) this.#bare = { at, is: this.duties.some((duty) => duty.isBare(at)) };
    return this.#bare.is;
  }

  /** Nobody is told anything on that day. */
  isMuted(day: string, at: string): boolean {
    const past = this.said.filter((one) => one.at <= at);
    const last = past.findLast(({ type }) => type === 'RemindersMuted' || type === 'RemindersUnmuted');
    return last?.type === 'RemindersMuted' && day <= text(last, 'until');
  }

  #countAt(at: string): readonly Logged[] {
    const past = this.facts.filter((fact) => fact.at <= at);
    const gone = new Set<string>();
    for (const fact of past.toReversed())
      if (fact.type === 'EntryRetracted' && !gone.has(fact.commandId)) gone.add(text(fact, 'commandId'));
    return past.filter(({ commandId }) => !gone.has(commandId));
  }

  standing({ fact, deadlineId }: NaiveDeadline, at: string): Standing {
    const about = this.counted(at).filter((one) => text(one, 'deadlineId') === deadlineId);
    const last = about.findLastIndex(({ type }) => type === 'DeadlineSet');
    if (last < 0) return 'entry-retracted';
    if (about[last] !== fact) return 'superseded';
    const end = about
      .slice(last)
      .findLast(({ type }) => type === 'DeadlineMet' || type === 'DeadlineCancelled');
    if (!end) return 'open';
    return end.type === 'DeadlineMet' ? 'deadline-met' : 'deadline-cancelled';
  }

  parties(at: string): readonly NaiveParty[] {
    const parties = new Map<string, NaiveParty>();
    for (const fact of this.counted(at)) {
      const partyId = text(fact, 'partyId');
      const known = parties.get(partyId) ?? { partyId, positionId: '', signed: false };
      if (fact.type === 'PartyInvited') parties.set(partyId, known);
      if (fact.type === 'SignatoryNamed' || fact.type === 'SigningHandedOver')
        parties.set(partyId, { ...known, positionId: text(fact, 'positionId') });
      if (fact.type === 'PartySigned') parties.set(partyId, { ...known, signed: true });
      if (fact.type === 'DraftingReopened')
        for (const [id, party] of parties) parties.set(id, { ...party, signed: false });
    }
    return [...parties.values()];
  }

  owner(milestoneId: string, at: string): string | undefined {
    const planned = this.counted(at).find(
      (fact) => fact.type === 'MilestonePlanned' && text(fact, 'milestoneId') === milestoneId,
    );
    return planned && text(planned, 'ownerPartyId');
  }

  deskId(at: string): string | undefined {
    const assigned = this.counted(at).findLast(({ type }) => type === 'DeskAssigned');
    return assigned && text(assigned, 'deskId');
  }

  get proposedFrom(): string | undefined {
    return this.facts[0]?.actingAs;
  }

  /** What is wrong with the days the log set, in words. */
  wrongDays(newest: (calendarId: string, at: string) => string): readonly string[] {
    return this.deadlines.flatMap(({ fact, deadlineId }) => {
      const [rule, calendar, day] = [text(fact, 'rule'), text(fact, 'calendar'), text(fact, 'localDate')];
      const right = this.#dayBy(rule, calendar, deadlineId);
      const names = calendar.split('+').map((name) => newest(name.split('@')[0] ?? '', fact.at));
      return [
        ...(day === right ? [] : [`${deadlineId} of ${this.agreementId} is due on ${right}, not on ${day}`]),
        ...(shown(nextDay(day), '00:00', HOME) === text(fact, 'dueAt')
          ? []
          : [`${deadlineId} ends at a wrong time`]),
        ...(names.join('+') === calendar ? [] : [`${deadlineId} was counted with ${calendar}`]),
      ];
    });
  }

  #dayBy(rule: string, calendar: string, deadlineId: string): string {
    const [, how = '', what = ''] = /^(?:(on|by) )?(\S+)/u.exec(rule) ?? [];
    if (how !== '') return workedFrom(calendar, what, how === 'by' ? -1 : 1);
    const first = this.deadlines.find((deadline) => deadline.deadlineId === deadlineId);
    const from = first === undefined ? '' : dayOf(first.fact.at, HOME);
    return worked(calendar, from, Number(/\d+/u.exec(what)?.[0]));
  }
}
