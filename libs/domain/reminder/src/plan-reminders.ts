import type { Calendars } from '@entente/calendar';

import type { StepKey } from './events.js';
import { effectivePolicy, valuesOf } from './policy.js';
import type { RemindedAgreement, RemindedDeadline } from './reminded-agreement.js';
import { stepsUnder, type Step } from './steps.js';

export interface PlannedReminder extends StepKey, Step {
  readonly agreementId: string;
}

/** The calendars a deadline was counted with, by the name it gives them. */
export type CalendarsNamed = (name: string) => Calendars;

/** Open deadlines of one agreement that are reminded of; of more, those due first. */
export const MAX_DEADLINES = 200;

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

/**
 * The steps of one deadline, open or not: those whose time lies after the moment it was set, and its end, which it has
 * whenever it was set.
 */
export function stepsOf(
  agreementId: string,
  deadline: RemindedDeadline,
  calendars: CalendarsNamed,
): readonly PlannedReminder[] {
  const { deadlineId, version, remind, definition, setAt } = deadline;
  const policy = valuesOf(effectivePolicy(remind, definition));
  return stepsUnder(policy, deadline, calendars(deadline.calendar))
    .filter(({ at, kind }) => kind === 'elapse' || at > setAt)
    .map((step) => ({ agreementId, deadlineId, version, ...step }));
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
