import type { AgreementFact } from '@entente/agreement';
import { stateOf, type RecordedEvent, type Stamped } from '@entente/event-sourcing';
import {
  deadlineOf,
  escalatedTo,
  isSettled,
  planReminders,
  recipientsOf,
  remindedAgreement,
  remindersDecider,
  stepsOf,
  type CalendarsNamed,
  type PlannedReminder,
  type RemindedAgreement,
  type ReminderFact,
  type Reminders,
} from '@entente/reminder';

export type PlanRow = PlannedReminder & { readonly status: 'open' | 'done' };

/** The rows of one agreement, from its own history and that of its reminders alone. */
export function planRows(
  agreementId: string,
  agreementHistory: readonly RecordedEvent[],
  remindersHistory: readonly RecordedEvent[],
  calendars: CalendarsNamed,
): readonly PlanRow[] {
  const agreement = remindedAgreement(agreementId, factsOf<AgreementFact>(agreementHistory));
  if (!agreement) return [];
  const reminders = stateOf(remindersDecider, factsOf<ReminderFact>(remindersHistory));
  // Most letters have none: then nothing need be looked for.
  const isUntold = remindersHistory.length === 0;
  const open = planReminders(agreement, calendars, reminders.policies, reminders).map((step): PlanRow => ({
    ...step,
    status: (isUntold && step.kind !== 'elapse') || !isDone(step, agreement, reminders) ? 'open' : 'done',
  }));
  // Those of ended deadlines stay, for whoever asks what went out.
  const ended = agreement.deadlines.filter(({ status }) => status !== 'open');
  const past = ended.flatMap((deadline) =>
    stepsOf(agreement, deadline, calendars, reminders.policies, reminders),
  );
  const told = past.filter((step) => hasBeen(step, agreement, reminders));
  return [...open, ...told.map((step): PlanRow => ({ ...step, status: 'done' }))];
}

/** Of a deadline that stands still, only what was done is told: the rest may come yet. */
function hasBeen(step: PlannedReminder, agreement: RemindedAgreement, reminders: Reminders): boolean {
  const { status } = deadlineOf(step, agreement) ?? {};
  if (status === 'suspended') return isDone(step, agreement, reminders);
  return step.kind !== 'elapse' || isMissed(step.deadlineId, agreement);
}

function isDone(step: PlannedReminder, agreement: RemindedAgreement, reminders: Reminders): boolean {
  switch (step.kind) {
    case 'elapse':
      return isMissed(step.deadlineId, agreement);
    case 'escalate':
      return isSettled(reminders, step, escalatedTo(reminders, step) ?? []);
    case 'remind':
      return isSettled(
        reminders,
        step,
        recipientsOf(step, agreement, reminders).map(({ positionId }) => positionId),
      );
    default: {
      const never: never = step.kind;
      return never;
    }
  }
}

function isMissed(deadlineId: string, { deadlines }: RemindedAgreement): boolean {
  return deadlines.some((deadline) => deadline.deadlineId === deadlineId && deadline.missed);
}

/** The stream's name says which decider wrote it: its facts are the only ones in it. */
function factsOf<F extends AgreementFact | ReminderFact>(
  history: readonly RecordedEvent[],
): readonly Stamped<F>[] {
  return history.map(({ event }) => event as unknown as Stamped<F>);
}
