import { localDateOf } from '@entente/calendar';
import { aboveOf, escalatedTo, type Above, type Recipient, type Reminders } from '@entente/reminder';

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
  const known = escalatedTo(reminders, planned);
  const positionIds = known ?? (await positionsOf(ports, due, aboveOf(planned, level, agreement)));
  if (!known && positionIds.length > 0) {
    const about = { space: due.space, agreementId: agreement.agreementId };
    await record(facts, about, due.cause, [deadlineId, String(version), step], {
      type: 'EscalateDeadline',
      ...{ deadlineId, version, step, level, positionIds, plannedAt },
    });
  }
  return positionIds.map((positionId) => ({ positionId }));
}

export async function positionsOf(
  { directory, facts }: Pick<ReminderPorts, 'directory' | 'facts'>,
  { space, agreement }: DueStep,
  above: Above,
): Promise<readonly string[]> {
  const today = localDateOf(facts.now(space), facts.zone);
  const desk =
    above.to === 'representative' ? undefined : await directory.deskOf(space, agreement.deskId, today);
  switch (above.to) {
    case 'representative':
      return representatives(directory, space, above.partyIds);
    case 'desk':
      return desk ? [desk.positionId] : [];
    case 'head':
      return desk ? representatives(directory, space, [desk.organisationId]) : [];
    default: {
      const never: never = above;
      return never;
    }
  }
}

async function representatives(
  directory: ReminderPorts['directory'],
  space: string,
  organisationIds: readonly string[],
): Promise<readonly string[]> {
  const found = await Promise.all(organisationIds.map((id) => directory.representativesOf(space, id)));
  return [...new Set(found.flat())];
}
