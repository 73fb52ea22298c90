import { text, type Logged } from './logged.js';
import { dayOf, shown, worked, workedFrom } from './naive-days.js';
import { nextDay } from './days-off.js';

const HOME = 'Asia/Shanghai';
const SEND_TIME = '09:00';
const STEPS_UP = [
  ['representative', 2],
  ['desk', 5],
  ['head', 10],
] as const;

/** So many days of work without anything in a stage, and somebody is asked why. */
const STILL = 10;

export interface NaiveStep {
  readonly step: string;
  readonly kind: 'remind' | 'escalate' | 'elapse';
  readonly at: string;
  /** The letter lay still until then; absent: it still does, or the step is about something else. */
  readonly stillUntil?: string;
}

/** A deadline as one line of the log set it. */
export interface NaiveDeadline {
  readonly fact: Logged;
  readonly deadlineId: string;
  readonly version: number;
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: string;
  readonly steps: readonly NaiveStep[];
}

export interface NaiveParty {
  readonly partyId: string;
  readonly positionId: string;
  readonly signed: boolean;
}

type Standing = 'open' | 'deadline-met' | 'deadline-cancelled' | 'entry-retracted' | 'superseded';

/** One agreement, by the lines of its stream. */
export class NaiveLetter {
  readonly deadlines: readonly NaiveDeadline[];

  constructor(
    readonly agreementId: string,
    readonly facts: readonly Logged[],
  ) {
    this.deadlines = facts
      .filter(({ type }) => type === 'DeadlineSet')
      .map(deadlineOf)
      .map((deadline) => ({ ...deadline, steps: [...deadline.steps, ...stillIn(deadline, facts)] }));
  }

  /** What counts at the moment: without what a later line took back. */
  counted(at: string): readonly Logged[] {
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

function deadlineOf(fact: Logged): NaiveDeadline {
  const [kind, subject] = [text(fact, 'kind'), text(fact, 'subject')];
  const [calendar, due, dueAt] = [text(fact, 'calendar'), text(fact, 'localDate'), text(fact, 'dueAt')];
  const { workingDaysBefore, onTheDay } = fact.data['remind'] as {
    readonly workingDaysBefore: readonly number[];
    readonly onTheDay: boolean;
  };
  const desks = kind !== 'milestone' && subject !== 'signing';
  const at = (day: string): string => shown(day, SEND_TIME, HOME);
  const steps: NaiveStep[] = [
    ...workingDaysBefore.map((days) => ({
      step: `remind-${days}`,
      kind: 'remind' as const,
      at: at(worked(calendar, due, -days)),
    })),
    ...(onTheDay ? [{ step: 'on-the-day', kind: 'remind' as const, at: at(due) }] : []),
    ...STEPS_UP.filter(([to]) => !desks || to === 'head').map(([to, days]) => ({
      step: `escalate-${to}`,
      kind: 'escalate' as const,
      at: at(worked(calendar, due, days)),
    })),
  ];
  return {
    fact,
    deadlineId: text(fact, 'deadlineId'),
    version: fact.revision,
    kind,
    subject,
    dueAt,
    steps: [
      ...steps.filter((step) => step.at > fact.at),
      { step: 'elapse', kind: 'elapse' as const, at: dueAt },
    ].sort((one, other) => (one.at < other.at ? -1 : 1)),
  };
}

/** Whenever nothing stood in the log for too long, as long as no other reminder has come. */
function stillIn(
  { fact: set, kind, dueAt, steps }: NaiveDeadline,
  facts: readonly Logged[],
): readonly NaiveStep[] {
  if (kind !== 'stage') return [];
  const others = steps.filter((step) => step.kind === 'remind').map(({ at }) => at);
  const end = others.sort()[0] ?? dueAt;
  const lines = facts.filter(({ type, revision }) => type !== 'DeadlineMissed' && revision >= set.revision);
  return lines.flatMap((line, index) => {
    const day = worked(text(set, 'calendar'), dayOf(line.at, HOME), STILL);
    const at = shown(day, SEND_TIME, HOME);
    const next = lines[index + 1]?.at;
    if (at >= end || (next !== undefined && next <= at)) return [];
    const still = { step: `stuck-${line.revision}`, kind: 'remind' as const, at };
    return [next === undefined ? still : { ...still, stillUntil: next }];
  });
}
