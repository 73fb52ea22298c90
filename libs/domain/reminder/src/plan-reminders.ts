import type { Calendars } from '@entente/calendar';

import { answerKey, NO_ANSWERS, snoozesOf } from './answers.js';
import { effectivePolicy, valuesOf, type OwnPolicies, type PolicyValues } from './policy.js';
import type { RemindedAgreement, RemindedDeadline } from './reminded-agreement.js';
import { requestedSteps } from './remind-now.js';
import { steppedDown } from './step-down.js';
import { MAX_STEPS, stepsAgain, stepsUnder, type PlannedReminder, type Step } from './steps.js';
import { stepsStuck } from './stuck.js';
import { unreachedBelow, type Heard } from './unreached.js';

/** The calendars a deadline was counted with, by the name it gives them. */
export type CalendarsNamed = (name: string) => Calendars;

/** Open deadlines of one agreement that are reminded of; of more, those due first. */
export const MAX_DEADLINES = 200;

/** The steps of every open deadline, in the order they go out. */
export function planReminders(
  agreement: RemindedAgreement,
  calendars: CalendarsNamed,
  own: OwnPolicies = {},
  heard: Heard = NO_ANSWERS,
): readonly PlannedReminder[] {
  return agreement.deadlines
    .filter(({ status }) => status === 'open')
    .sort((a, b) => order(a.dueAt, b.dueAt) || order(a.deadlineId, b.deadlineId))
    .slice(0, MAX_DEADLINES)
    .flatMap((deadline) => stepsOf(agreement, deadline, calendars, own, heard))
    .sort((a, b) => order(a.at, b.at) || order(a.deadlineId, b.deadlineId));
}

/**
 * The steps of one deadline, open or not: those whose time lies after the moment it was set, and its end, which it has
 * whenever it was set. What a policy of the agreement's own adds begins with it; what was planned before stays. What
 * people answered adds days, and moves escalations; so does mail that came back.
 */
export function stepsOf(
  agreement: RemindedAgreement,
  deadline: RemindedDeadline,
  calendars: CalendarsNamed,
  policies: OwnPolicies = {},
  heard: Heard = NO_ANSWERS,
): readonly PlannedReminder[] {
  const { deadlineId, version, remind, definition, setAt, kind: about } = deadline;
  const own = policies[about];
  const counted = calendars(deadline.calendar);
  const valuesBy = (said: typeof own): PolicyValues => valuesOf(effectivePolicy(remind, definition, said));
  const values = valuesBy(own);
  const before = new Set(
    own ? stepsUnder(valuesBy(undefined), deadline, counted).map(({ step }) => step) : [],
  );
  const planned = stepsUnder(values, deadline, counted)
    .filter(({ at, kind, step }) => {
      const isNew = own !== undefined && !before.has(step);
      return kind === 'elapse' || at > (isNew && own.at > setAt ? own.at : setAt);
    })
    .map((step) => {
      if (step.kind !== 'escalate') return step;
      const moments = waitedFor(step, deadline, agreement, heard);
      return steppedDown(step, moments, values.workingDaysPutOff, deadline, counted);
    });
  const stuck = stuckIn(
    agreement,
    deadline,
    values,
    planned,
    own?.policy.workingDaysStuck === undefined ? undefined : own.at,
    counted,
  );
  const again = stepsAgain(snoozesOf(heard, deadline).keys(), deadline);
  const requested = requestedSteps(deadline, policies.requested);
  const { agreementId } = agreement;
  return [...planned, ...stuck, ...again, ...requested].map((step) => ({
    agreementId,
    deadlineId,
    version,
    ...step,
  }));
}

/** `since`: when somebody said after how many days, for this agreement alone. */
function stuckIn(
  { recorded }: RemindedAgreement,
  deadline: RemindedDeadline,
  { workingDaysStuck: workingDays }: PolicyValues,
  planned: readonly Step[],
  since: string | undefined,
  calendars: Calendars,
): readonly Step[] {
  const reminders = planned.filter(({ kind }) => kind === 'remind');
  const before = reminders.map(({ at }) => at).sort()[0] ?? deadline.dueAt;
  const most = MAX_STEPS - reminders.length;
  const steps = stepsStuck(deadline, recorded, { workingDays, before, most }, calendars);
  return since === undefined ? steps : steps.filter(({ at }) => at > since);
}

/** From when on somebody further up is kept waiting. */
function waitedFor(
  { level }: Step,
  deadline: RemindedDeadline,
  agreement: RemindedAgreement,
  heard: Heard,
): readonly string[] {
  const takenOn = heard.takenOn[answerKey(deadline)] ?? [];
  const unreached = level && unreachedBelow(level, deadline, agreement, heard);
  return unreached === undefined ? takenOn : [...takenOn, unreached];
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
