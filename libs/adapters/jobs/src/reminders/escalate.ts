import { positionsAbove } from '@entente/application';
import { localDateOf } from '@entente/calendar';
import { aboveOf, escalatedTo, type Recipient, type Reminders } from '@entente/reminder';

import type { DueStep } from './due-step.js';
import { record } from './record.js';
import type { ReminderPorts } from './reminder-ports.js';

/** Takes a missed deadline to whoever stands above it now, who are on record before they are told. */
export async function escalate(
  ports: ReminderPorts,
  due: DueStep,
  reminders: Reminders,
): Promise<readonly Recipient[]> {
  const { facts } = ports;
  const { agreement, planned } = due;
  const { level, deadlineId, version, step, at: plannedAt } = planned;
  if (level === undefined) throw new Error(`${step} of ${deadlineId} names no level`);
  const above = aboveOf(planned, level, agreement);
  const today = localDateOf(facts.now(due.space), facts.zone);
  const known = escalatedTo(reminders, planned);
  const positionIds = known ?? (await positionsAbove(ports.directory, due.space, agreement, above, today));
  if (!known && positionIds.length > 0) {
    const about = { space: due.space, agreementId: agreement.agreementId };
    await record(facts, about, due.cause, [deadlineId, String(version), step], {
      type: 'EscalateDeadline',
      ...{ deadlineId, version, step, level, positionIds, plannedAt },
    });
  }
  return positionIds.map((positionId) => ({ positionId }));
}
