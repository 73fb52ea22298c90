import type { StepKey } from '@entente/reminder';

/** What a job carries: ids. Everything else is read again when it runs. */
export interface ReminderHint extends StepKey {
  readonly space: string;
  readonly agreementId: string;
}

/** The space is not in it: an agreement's id is one agreement's alone. BullMQ refuses a colon. */
export function jobIdOf({ agreementId, deadlineId, step, version }: ReminderHint): string {
  return `${agreementId}_${deadlineId}_${step}_${version}`;
}
