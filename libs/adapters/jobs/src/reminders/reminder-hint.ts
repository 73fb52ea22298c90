import { isUuid } from '@entente/canonical';
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

/** What a job's id tells of it, or undefined when no reminder of ours has such an id. */
export function hintIn(jobId: string): Omit<ReminderHint, 'space'> | undefined {
  // Only a deadline's id may hold the bar itself.
  const [, agreementId = '', deadlineId, step, version] =
    /^([^_]+)_(.+)_([^_]+)_(\d{1,9})$/u.exec(jobId) ?? [];
  if (deadlineId === undefined || step === undefined || !isUuid(agreementId)) return undefined;
  return { agreementId, deadlineId, step, version: Number(version) };
}
