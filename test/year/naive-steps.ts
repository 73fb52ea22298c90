import { text, type Logged } from './logged.js';
import { nextDay } from './days-off.js';
import { dayOf, shown, worked } from './naive-days.js';

export const HOME = 'Asia/Shanghai';
const SEND_TIME = '09:00';
const MOST = 12;
const AHEAD_MS = 26 * 3_600_000;

export type Level = 'representative' | 'desk' | 'head';

export interface NaiveStep {
  readonly step: string;
  readonly kind: 'remind' | 'escalate' | 'elapse';
  readonly level?: Level;
  /** In Shanghai. */
  readonly date: string;
  readonly at: string;
  /** On a day that somebody named: the positions of those who did. */
  readonly onlyFor?: ReadonlySet<string>;
  /** The letter lay still, and does no more. */
  readonly over?: true;
}

/** A deadline as one line of the log set it. */
export interface NaiveDeadline {
  readonly fact: Logged;
  readonly deadlineId: string;
  readonly version: number;
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: string;
}

export interface Policy {
  readonly workingDaysBefore: readonly number[];
  readonly onTheDay: boolean;
  readonly daysBefore: readonly number[];
  readonly workingDaysAfter: readonly number[];
  readonly daysAfter: readonly number[];
  readonly repeat: { readonly every: number; readonly count: string; readonly times: number };
  readonly escalate: readonly { readonly to: Level; readonly workingDaysAfter: number }[];
  readonly workingDaysPutOff: number;
  readonly workingDaysStuck: number;
}

/** What the handbook says. */
const HANDBOOK: Policy = {
  workingDaysBefore: [5, 2],
  onTheDay: true,
  daysBefore: [],
  workingDaysAfter: [],
  daysAfter: [],
  repeat: { every: 1, count: 'working', times: 0 },
  escalate: [
    { to: 'representative', workingDaysAfter: 2 },
    { to: 'desk', workingDaysAfter: 5 },
    { to: 'head', workingDaysAfter: 10 },
  ],
  workingDaysPutOff: 3,
  workingDaysStuck: 10,
};

export function deadlineOf(fact: Logged): NaiveDeadline {
  const [kind, subject, dueAt] = [text(fact, 'kind'), text(fact, 'subject'), text(fact, 'dueAt')];
  return { fact, deadlineId: text(fact, 'deadlineId'), version: fact.revision, kind, subject, dueAt };
}

/** Whether the desk owes it. */
export function isDesks({ kind, subject }: NaiveDeadline): boolean {
  return kind !== 'milestone' && subject !== 'signing';
}

/**
 * What is to be said of a deadline, and when, by all that was said of its reminders so far, and by what was done of the
 * letter while it ran. `unreached`: since when mail has reached nobody below a level.
 */
export function stepsOf(
  deadline: NaiveDeadline,
  said: readonly Logged[],
  done: { readonly lines: readonly Logged[]; readonly ended: number },
  unreached: (level: Level) => string | undefined,
): readonly NaiveStep[] {
  const { fact, kind } = deadline;
  const ruled = said.findLast((one) => one.type === 'ReminderPolicySet' && text(one, 'kind') === kind);
  const usual = fact.data['remind'] as Partial<Policy>;
  const own = (ruled?.data['policy'] ?? {}) as Partial<Policy>;
  const policy: Policy = { ...HANDBOOK, ...usual, ...own };
  const before = new Set(under({ ...HANDBOOK, ...usual }, deadline).map(({ step }) => step));
  const about = said.filter((one) => isAbout(one, deadline));
  const putOff = about.flatMap((one) => {
    if (one.type === 'ReminderAcknowledged') return [one.at];
    return one.type === 'ToldByHand' && one.data['promised'] === true ? [text(one, 'toldAt')] : [];
  });
  const planned = under(policy, deadline)
    .filter(({ step, at }) => {
      const since = ruled && !before.has(step) && ruled.at > fact.at ? ruled.at : fact.at;
      return at > since;
    })
    .map((step) => {
      const since = step.level && unreached(step.level);
      const moments = [...putOff, ...(since === undefined ? [] : [since])];
      return step.level ? later(step, moments.sort(), policy, deadline) : step;
    });
  const end: NaiveStep = {
    step: 'elapse',
    kind: 'elapse',
    date: text(fact, 'localDate'),
    at: deadline.dueAt,
  };
  const still = stillIn(deadline, planned, done, policy);
  return [...planned, ...still, end, ...again(about)].sort((one, other) => (one.at < other.at ? -1 : 1));
}

export function isAbout(one: Logged, { deadlineId, version }: NaiveDeadline): boolean {
  return text(one, 'deadlineId') === deadlineId && one.data['version'] === version;
}

/** From when on it is settled whom a reminder is for, and when their day begins. */
export function windowOf(step: NaiveStep): string {
  return new Date(Date.parse(step.at) - AHEAD_MS).toISOString();
}

/** After it, and before the day is over, nobody is warned any more. */
export function isLast(step: NaiveStep, steps: readonly NaiveStep[], dueAt: string): boolean {
  const isLater = steps.some((one) => isForAll(one) && one.at > step.at && one.at < dueAt);
  return step.kind === 'remind' && step.at < dueAt && !isLater;
}

/** Something happened after all, or one that came after it is due as well. */
export function whyUnsaid(step: NaiveStep, steps: readonly NaiveStep[], at: string): string | undefined {
  if (step.over) return 'moved-on';
  const isOutdone = steps.some((one) => isForAll(one) && one.at > step.at && one.at <= at);
  return step.kind === 'remind' && isOutdone ? 'superseded' : undefined;
}

/** What one of them asked for again is no reminder of the others. */
function isForAll({ kind, onlyFor }: NaiveStep): boolean {
  return kind === 'remind' && onlyFor === undefined;
}

/** Two of one day are one. */
function under(policy: Policy, deadline: NaiveDeadline): readonly NaiveStep[] {
  const { fact } = deadline;
  const [calendar, due] = [text(fact, 'calendar'), text(fact, 'localDate')];
  const { every, count, times } = policy.repeat;
  const again = (days: number): string =>
    count === 'working' ? worked(calendar, due, days) : nextDay(due, days);
  const days = new Map<string, string>();
  const note = (date: string, step: string): void => {
    if (!days.has(date)) days.set(date, step);
  };
  if (policy.onTheDay) note(due, 'on-the-day');
  for (const n of policy.workingDaysBefore) note(worked(calendar, due, -n), `remind-${n}`);
  for (const n of policy.daysBefore) note(nextDay(due, -n), `remind-${n}d`);
  for (const n of policy.workingDaysAfter) note(worked(calendar, due, n), `after-${n}`);
  for (const n of policy.daysAfter) note(nextDay(due, n), `after-${n}d`);
  for (let time = 1; time <= times; time += 1) note(again(time * every), `repeat-${time}`);
  const reminders = [...days].sort().slice(-MOST);
  const levels = policy.escalate.filter(({ to }) => !isDesks(deadline) || to === 'head');
  return [
    ...reminders.map(([date, step]) => ({ step, kind: 'remind' as const, date, at: at(date) })),
    ...levels.map(({ to, workingDaysAfter }) => {
      const date = worked(calendar, due, workingDaysAfter);
      return { step: `escalate-${to}`, kind: 'escalate' as const, level: to, date, at: at(date) };
    }),
  ];
}

/** Each of those moments, while it has not gone up, gives so many days more. */
function later(
  step: NaiveStep,
  moments: readonly string[],
  { workingDaysPutOff }: Policy,
  { fact }: NaiveDeadline,
): NaiveStep {
  let [date, when] = [step.date, step.at];
  for (const moment of workingDaysPutOff > 0 ? moments : []) {
    const until = worked(text(fact, 'calendar'), dayOf(moment, HOME), workingDaysPutOff);
    if (moment < when && at(until) > when) [date, when] = [until, at(until)];
  }
  return { ...step, date, at: when };
}

/** Whenever nothing stood in the log of a stage for too long, as long as no other reminder has come. */
function stillIn(
  { fact: set, kind, dueAt }: NaiveDeadline,
  planned: readonly NaiveStep[],
  { lines, ended }: { readonly lines: readonly Logged[]; readonly ended: number },
  { workingDaysStuck }: Policy,
): readonly NaiveStep[] {
  if (kind !== 'stage') return [];
  const others = planned.filter((step) => step.kind === 'remind').map((step) => step.at);
  const end = others.sort()[0] ?? dueAt;
  const found = lines.flatMap((line, index): NaiveStep[] => {
    if (line.revision >= ended) return [];
    const date = worked(text(set, 'calendar'), dayOf(line.at, HOME), workingDaysStuck);
    const next = lines[index + 1]?.at;
    if (at(date) >= end || (next !== undefined && next <= at(date))) return [];
    const still = { step: `stuck-${line.revision}`, kind: 'remind' as const, date, at: at(date) };
    return [next === undefined ? still : { ...still, over: true as const }];
  });
  return found.slice(0, MOST - others.length);
}

/** Whoever wants to be reminded again is, on the day they named last. */
function again(about: readonly Logged[]): readonly NaiveStep[] {
  const last = new Map<string, Logged>();
  for (const one of about)
    if (one.type === 'ReminderAcknowledged' || one.type === 'ReminderSnoozed')
      last.set(text(one, 'personId'), one);
  const snoozed = [...last.values()].filter(({ type }) => type === 'ReminderSnoozed');
  return [...Map.groupBy(snoozed, (one) => text(one, 'until'))].map(([date, some]) => ({
    step: `again-${date}`,
    kind: 'remind',
    date,
    at: at(date),
    onlyFor: new Set(some.map((one) => text(one, 'positionId'))),
  }));
}

function at(date: string): string {
  return shown(date, SEND_TIME, HOME);
}
