import { MAX_OFFSET_DAYS, type EscalationLevel } from '@entente/agreement';
import { addWorkingDays, atLocalTime, subtractWorkingDays, type Calendars } from '@entente/calendar';

import type { StepKey } from './events.js';
import type { PolicyValues } from './policy.js';
import type { RemindedDeadline } from './reminded-agreement.js';

/** A reminder; a word to somebody further up; the moment at which the day is over. */
export type StepKind = 'remind' | 'escalate' | 'elapse';

export interface Step {
  /**
   * `remind-5`: five working days before; `remind-5d`: five days; `on-the-day`; `after-2` and `after-2d`; `repeat-1`;
   * `again-2026-03-12`, on a day that somebody named; `escalate-desk`; `elapse`; `now-1`: somebody asked for it;
   * `stuck-17`: nothing happened after that revision.
   */
  readonly step: string;
  readonly kind: StepKind;
  readonly level?: EscalationLevel;
  /** The local day it goes out, YYYY-MM-DD, in the deadline's zone. */
  readonly localDate: string;
  /** UTC ISO text with three fraction digits. */
  readonly at: string;
  /** Where nothing happens: the local day of what happened last. */
  readonly since?: string;
  /** Something happened after all: it need not be said any more. */
  readonly over?: true;
}

export interface PlannedReminder extends StepKey, Step {
  readonly agreementId: string;
}

/** Wall clock time at which reminders of a day go out, in the deadline's zone. */
export const SEND_TIME = '09:00';
/** Reminders of one deadline; of more, those latest. */
export const MAX_STEPS = 12;
export const ELAPSE = 'elapse';

/** By its name, where nothing else of it is known. */
export function kindOf(step: string): StepKind {
  if (step === ELAPSE) return 'elapse';
  return step.startsWith('escalate-') ? 'escalate' : 'remind';
}

const AGAIN = 'again-';

/** Again on days that somebody named, at the time of every other reminder. */
export function stepsAgain(days: Iterable<string>, due: Pick<RemindedDeadline, 'zone'>): readonly Step[] {
  return [...days].map((localDate) => ({
    step: `${AGAIN}${localDate}`,
    kind: 'remind',
    localDate,
    at: atLocalTime(localDate, SEND_TIME, due.zone),
  }));
}

/** The day that somebody named, of such a step. */
export function againOn(step: string): string | undefined {
  return step.startsWith(AGAIN) ? step.slice(AGAIN.length) : undefined;
}

type Due = Pick<RemindedDeadline, 'localDate' | 'dueAt' | 'zone' | 'kind' | 'subject'>;

/** All steps of a deadline under a policy, in their order, whenever it was set. */
export function stepsUnder(policy: PolicyValues, due: Due, calendars: Calendars): readonly Step[] {
  return [
    ...reminders(policy, due, calendars),
    { step: ELAPSE, kind: 'elapse' as const, localDate: due.localDate, at: due.dueAt },
    ...escalations(policy, due, calendars),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Two that fall on one day are one. */
function reminders(policy: PolicyValues, due: Due, calendars: Calendars): readonly Step[] {
  const days = new Map<string, string>();
  for (const [step, date] of reminderDays(policy, due.localDate, calendars)) {
    if (!days.has(date)) days.set(date, step);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-MAX_STEPS)
    .map(([localDate, step]) => ({ step, kind: 'remind', localDate, at: at(localDate, due) }));
}

function reminderDays(
  { workingDaysBefore, onTheDay, daysBefore, workingDaysAfter, daysAfter, repeat }: PolicyValues,
  due: string,
  calendars: Calendars,
): readonly (readonly [string, string])[] {
  const later = (count: number): string => Temporal.PlainDate.from(due).add({ days: count }).toString();
  const working = (count: number): string => addWorkingDays(calendars, due, count).date;
  const again = repeat.count === 'working' ? working : later;
  const times = Math.min(repeat.times, MAX_STEPS);
  return [
    ...(onTheDay ? ([['on-the-day', due]] as const) : []),
    // A due date set on a day off keeps it: only the days around it are counted as working days.
    ...usable(workingDaysBefore).map(
      (days) => [`remind-${days}`, subtractWorkingDays(calendars, due, days).date] as const,
    ),
    ...usable(daysBefore).map((days) => [`remind-${days}d`, later(-days)] as const),
    ...usable(workingDaysAfter).map((days) => [`after-${days}`, working(days)] as const),
    ...usable(daysAfter).map((days) => [`after-${days}d`, later(days)] as const),
    ...Array.from({ length: times }, (_, index) => index + 1)
      .filter((time) => isUsable(time * repeat.every))
      .map((time) => [`repeat-${time}`, again(time * repeat.every)] as const),
  ];
}

/** What the desk owes is taken past the desk, and no party stands above it. */
function escalations({ escalate }: PolicyValues, due: Due, calendars: Calendars): readonly Step[] {
  const levels = isDesks(due) ? escalate.filter(({ to }) => to === 'head') : escalate;
  return levels
    .filter(({ workingDaysAfter }) => isUsable(workingDaysAfter))
    .map(({ to, workingDaysAfter }) => {
      const localDate = addWorkingDays(calendars, due.localDate, workingDaysAfter).date;
      return { step: `escalate-${to}`, kind: 'escalate', level: to, localDate, at: at(localDate, due) };
    });
}

/** Whether it is the coordinators' duty, and no party's. */
export function isDesks({ kind, subject }: Pick<RemindedDeadline, 'kind' | 'subject'>): boolean {
  return kind !== 'milestone' && subject !== 'signing';
}

function at(date: string, { zone }: Due): string {
  return atLocalTime(date, SEND_TIME, zone);
}

const usable = (days: readonly number[]): readonly number[] => days.filter(isUsable);

function isUsable(days: number): boolean {
  return Number.isSafeInteger(days) && days > 0 && days <= MAX_OFFSET_DAYS;
}
