import { atLocalTime, subtractWorkingDays, type Calendars } from '@entente/calendar';

import type { StepKey } from './events.js';
import type { RemindedAgreement, RemindedDeadline } from './reminded-agreement.js';

export interface PlannedReminder extends StepKey {
  readonly agreementId: string;
  /** The local day it goes out, YYYY-MM-DD, in the deadline's zone. */
  readonly localDate: string;
  /** UTC ISO text with three fraction digits. */
  readonly at: string;
}

/** The calendars a deadline was counted with, by the name it gives them. */
export type CalendarsNamed = (name: string) => Calendars;

/** Wall clock time at which reminders of a day go out, in the deadline's zone. */
export const SEND_TIME = '09:00';
/** Steps of one deadline; of more, those nearest to the due date are kept. */
export const MAX_STEPS = 12;
/** Open deadlines of one agreement that are reminded of; of more, those due first. */
export const MAX_DEADLINES = 200;
/** A reminder further ahead of its due date than this reminds of nothing. */
export const MAX_WORKING_DAYS_BEFORE = 250;

/** The steps of every open deadline, in the order they go out. */
export function planReminders(
  agreement: RemindedAgreement,
  calendars: CalendarsNamed,
): readonly PlannedReminder[] {
  return agreement.deadlines
    .filter(({ status }) => status === 'open')
    .sort((a, b) => order(a.dueAt, b.dueAt) || order(a.deadlineId, b.deadlineId))
    .slice(0, MAX_DEADLINES)
    .flatMap((deadline) => stepsOf(agreement.agreementId, deadline, calendars))
    .sort((a, b) => order(a.at, b.at) || order(a.deadlineId, b.deadlineId));
}

/** The steps of one deadline, open or not: those whose time lies after the moment it was set. */
export function stepsOf(
  agreementId: string,
  deadline: RemindedDeadline,
  calendars: CalendarsNamed,
): readonly PlannedReminder[] {
  const { deadlineId, version, localDate, remind, zone, setAt } = deadline;
  const days = new Set(remind.workingDaysBefore.filter(isUsable));
  if (remind.onTheDay) days.add(0);
  return [...days]
    .sort((a, b) => b - a)
    .slice(-MAX_STEPS)
    .map((before) => {
      // A due date set on a day off keeps it: only the days before are counted as working days.
      const date = subtractWorkingDays(calendars(deadline.calendar), localDate, before).date;
      const step = before === 0 ? 'on-the-day' : `remind-${before}`;
      return {
        agreementId,
        deadlineId,
        version,
        step,
        localDate: date,
        at: atLocalTime(date, SEND_TIME, zone),
      };
    })
    .filter(({ at }) => at > setAt);
}

function isUsable(before: number): boolean {
  return Number.isSafeInteger(before) && before > 0 && before <= MAX_WORKING_DAYS_BEFORE;
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
