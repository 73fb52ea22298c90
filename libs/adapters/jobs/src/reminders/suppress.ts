import type { Facts } from '@entente/application';
import type { SuppressReason } from '@entente/reminder';

import type { DueStep } from './due-step.js';
import { record } from './record.js';

/** Puts on record why a step that was due reminds nobody, or not whoever fills this position. */
export async function suppress(
  facts: Facts,
  { space, agreement, planned, cause }: DueStep,
  reason: SuppressReason,
  positionId?: string,
  personId?: string,
): Promise<void> {
  const { deadlineId, version, step, at: plannedAt } = planned;
  const names = [deadlineId, String(version), step, positionId ?? '', reason];
  await record(facts, { space, agreementId: agreement.agreementId }, cause, names, {
    type: 'RecordReminderSuppressed',
    ...{ deadlineId, version, step },
    ...(positionId === undefined ? {} : { positionId }),
    ...(personId === undefined ? {} : { personId }),
    reason,
    plannedAt,
  });
}
