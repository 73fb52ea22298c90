import type { AgreementFact } from '@entente/agreement';
import type { Facts } from '@entente/application';
import type { EventEnvelope } from '@entente/event-sourcing';
import {
  planReminders,
  remindedAgreement,
  type PlannedReminder,
  type RemindedAgreement,
  type Reminders,
  type StepKey,
} from '@entente/reminder';

import { readAgreementHistory, readReminders, type Cause } from './record.js';

export interface DueStep {
  readonly space: string;
  readonly agreement: RemindedAgreement;
  /** All steps of the agreement, this one too. */
  readonly plan: readonly PlannedReminder[];
  readonly planned: PlannedReminder;
  readonly reminders: Reminders;
  /** The event that set the deadline. */
  readonly cause: Cause;
}

/** An agreement and its reminders, as the log has them at one moment. */
export interface Seen {
  readonly space: string;
  readonly agreementId: string;
  readonly history: readonly EventEnvelope<AgreementFact>[];
  /** Undefined: nothing was proposed. */
  readonly agreement: RemindedAgreement | undefined;
  readonly plan: readonly PlannedReminder[];
  readonly reminders: Reminders;
}

export async function see(facts: Facts, space: string, agreementId: string): Promise<Seen> {
  const history = await readAgreementHistory(facts, space, agreementId);
  const reminders = await readReminders(facts, space, agreementId);
  const agreement = remindedAgreement(agreementId, history);
  const calendars = await facts.calendarsNamed(
    space,
    (agreement?.deadlines ?? []).map(({ calendar }) => calendar),
  );
  const plan = agreement ? planReminders(agreement, calendars, reminders.policies, reminders) : [];
  return { space, agreementId, history, agreement, plan, reminders };
}

/** Undefined: the step is no more. */
export function dueStep(
  { space, agreement, plan, history, reminders }: Seen,
  { deadlineId, step, version }: StepKey,
): DueStep | undefined {
  const planned = plan.find(
    (one) => one.deadlineId === deadlineId && one.step === step && one.version === version,
  );
  return (
    agreement && planned && { space, agreement, plan, planned, reminders, cause: causeOf(history, planned) }
  );
}

/** The version of a step is the revision of the event that set its deadline. */
function causeOf(history: Seen['history'], { agreementId, version }: PlannedReminder): Cause {
  const cause = history.find(({ revision }) => revision === version);
  if (!cause) throw new Error(`agreement ${agreementId} has no event at revision ${version}`);
  return cause;
}
