import type { Calendars } from '@entente/calendar';

import { answerKey, NO_ANSWERS, snoozesOf, type Answers } from './answers.js';
import type { StepKey } from './events.js';
import { effectivePolicy, valuesOf, type OwnPolicies } from './policy.js';
import type { RemindedAgreement, RemindedDeadline } from './reminded-agreement.js';
import { requestedSteps } from './remind-now.js';
import { steppedDown } from './step-down.js';
import { stepsAgain, stepsUnder, type Step } from './steps.js';

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
  own: OwnPolicies = {},
  answers: Answers = NO_ANSWERS,
): readonly PlannedReminder[] {
  return agreement.deadlines
    .filter(({ status }) => status === 'open')
    .sort((a, b) => order(a.dueAt, b.dueAt) || order(a.deadlineId, b.deadlineId))
    .slice(0, MAX_DEADLINES)
    .flatMap((deadline) => stepsOf(agreement.agreementId, deadline, calendars, own, answers))
    .sort((a, b) => order(a.at, b.at) || order(a.deadlineId, b.deadlineId));
}

/**
 * The steps of one deadline, open or not: those whose time lies after the moment it was set, and its end, which it has
 * whenever it was set. What a policy of the agreement's own adds begins with it; what was planned before stays. What
 * people answered adds days and moves escalations.
 */
export function stepsOf(
  agreementId: string,
  deadline: RemindedDeadline,
  calendars: CalendarsNamed,
  policies: OwnPolicies = {},
  answers: Answers = NO_ANSWERS,
): readonly PlannedReminder[] {
  const { deadlineId, version, remind, definition, setAt, kind: about } = deadline;
  const own = policies[about];
  const counted = calendars(deadline.calendar);
  const under = (said: typeof own): readonly Step[] =>
    stepsUnder(valuesOf(effectivePolicy(remind, definition, said)), deadline, counted);
  const before = new Set(own ? under(undefined).map(({ step }) => step) : []);
  const takenOn = answers.takenOn[answerKey(deadline)] ?? [];
  const planned = under(own)
    .filter(({ at, kind, step }) => {
      const isNew = own !== undefined && !before.has(step);
      return kind === 'elapse' || at > (isNew && own.at > setAt ? own.at : setAt);
    })
    .map((step) => steppedDown(step, takenOn, deadline, counted));
  const again = stepsAgain(snoozesOf(answers, deadline).keys(), deadline);
  const requested = requestedSteps(deadline, policies.requested);
  return [...planned, ...again, ...requested].map((step) => ({ agreementId, deadlineId, version, ...step }));
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
