import type { Facts, PositionHolder, ReminderMail } from '@entente/application';
import { localDateOf } from '@entente/calendar';
import { uuidV5 } from '@entente/canonical';
import { readStream, stateOf, streamName } from '@entente/event-sourcing';
import {
  daysLeft,
  deadlineOf,
  isRecorded,
  recipientsOf,
  remindersDecider,
  type PlannedReminder,
  type RemindedAgreement,
  type RemindedDeadline,
  type Recipient,
  type ReminderFact,
  type Reminders,
  type SuppressReason,
} from '@entente/reminder';

import { record, type Cause } from './record.js';
import type { ReminderPorts } from './reminder-ports.js';

export interface DueStep {
  readonly space: string;
  readonly agreement: RemindedAgreement;
  /** All steps of the agreement, this one too. */
  readonly plan: readonly PlannedReminder[];
  readonly planned: PlannedReminder;
  /** The event that set the deadline. */
  readonly cause: Cause;
}

/** Another attempt may help. */
export class ReminderNotDelivered extends Error {
  override readonly name = 'ReminderNotDelivered';
}

/** Reminds everyone a due step is for and nothing is recorded of yet. */
export async function dispatch(ports: ReminderPorts, due: DueStep, lastAttempt: boolean): Promise<void> {
  const { agreement, planned } = due;
  const recipients = recipientsOf(planned, agreement);
  if (recipients.length === 0) await suppressStep(ports.facts, due, 'no-recipient');
  await deliverTo(ports, due, recipients, lastAttempt);
}

export async function deliverTo(
  ports: ReminderPorts,
  due: DueStep,
  recipients: readonly Recipient[],
  lastAttempt: boolean,
): Promise<void> {
  const { planned } = due;
  const reminders = await readReminders(ports.facts, due);
  const failures: string[] = [];
  for (const recipient of recipients) {
    const { positionId, heldBack } = recipient;
    if (isRecorded(reminders, planned, positionId)) continue;
    if (heldBack !== undefined) {
      await suppress(ports.facts, due, heldBack, positionId);
      continue;
    }
    const failure = await remind(ports, due, recipient, lastAttempt);
    // The others are still reminded: one bad address is nobody else's.
    if (failure !== undefined) failures.push(failure);
  }
  if (failures.length > 0) throw new ReminderNotDelivered(failures.join(', '));
}

export async function suppressStep(facts: Facts, due: DueStep, reason: SuppressReason): Promise<void> {
  await suppress(facts, due, reason);
}

/** Answers why it was not delivered, when another attempt may help. */
async function remind(
  ports: ReminderPorts,
  due: DueStep,
  { positionId, atDesk }: Recipient,
  lastAttempt: boolean,
): Promise<string | undefined> {
  const { facts, mailer } = ports;
  const holder =
    (atDesk === true ? await keeperOf(ports, due) : undefined) ??
    (await ports.directory.holderOf(due.space, positionId));
  if (!holder) return suppress(facts, due, 'no-holder', positionId);
  if (holder.email === undefined) return suppress(facts, due, 'no-address', positionId, holder.personId);
  const delivery = await mailer.send(mailFor(facts, due, positionId, holder));
  if (!delivery.delivered) {
    if (!delivery.permanent || !lastAttempt) return delivery.reason;
    return suppress(facts, due, 'rejected', positionId, holder.personId);
  }
  const { channel, messageId } = delivery;
  const { personId } = holder;
  await record(facts, about(due), due.cause, [...nameOf(due), positionId], {
    type: 'RecordReminderSent',
    ...keyOf(due),
    positionId,
    personId,
    channel,
    messageId,
    plannedAt: due.planned.at,
  });
  return undefined;
}

function keeperOf(
  { facts, directory }: ReminderPorts,
  { space, agreement }: DueStep,
): Promise<PositionHolder | undefined> {
  return directory.deskHolderOf(space, agreement.deskId, localDateOf(facts.now(space), facts.zone));
}

async function suppress(
  facts: Facts,
  due: DueStep,
  reason: SuppressReason,
  positionId?: string,
  personId?: string,
): Promise<undefined> {
  await record(facts, about(due), due.cause, [...nameOf(due), positionId ?? '', reason], {
    type: 'RecordReminderSuppressed',
    ...keyOf(due),
    ...(positionId === undefined ? {} : { positionId }),
    ...(personId === undefined ? {} : { personId }),
    reason,
    plannedAt: due.planned.at,
  });
  return undefined;
}

function mailFor(facts: Facts, due: DueStep, positionId: string, recipient: PositionHolder): ReminderMail {
  const { space, agreement } = due;
  const { deadlineId, step } = due.planned;
  const deadline = deadlineOf(due.planned, agreement);
  if (!deadline) throw new Error(`deadline ${deadlineId} is not one of agreement ${agreement.agreementId}`);
  const now = facts.now(space);
  const names = [agreement.agreementId, ...nameOf(due), positionId, recipient.personId];
  return {
    deliveryId: uuidV5(facts.sha1, 'reminder', space, ...names),
    space,
    agreementId: agreement.agreementId,
    deadlineId,
    step,
    ...(due.planned.level === undefined ? {} : { escalated: due.planned.level }),
    positionId,
    recipient,
    about: subjectOf(deadline, agreement),
    letter: {
      title: agreement.title,
      ...(agreement.number === undefined ? {} : { number: agreement.number }),
    },
    due: {
      localDate: deadline.localDate,
      zone: deadline.zone,
      provisional: deadline.provisional,
      daysLeft: daysLeft(deadline, now),
    },
    now,
  };
}

function subjectOf(
  { kind, subject }: RemindedDeadline,
  { milestones }: RemindedAgreement,
): ReminderMail['about'] {
  if (kind === 'milestone') {
    return { kind, title: milestones.find(({ milestoneId }) => milestoneId === subject)?.title ?? {} };
  }
  if (kind === 'signed-copy') return { kind };
  return subject === 'signing' ? { kind: 'signing' } : { kind: 'stage', stage: subject };
}

export async function readReminders(facts: Facts, due: DueStep): Promise<Reminders> {
  const { space, agreementId } = about(due);
  const history = await readStream<ReminderFact>(
    facts.store,
    streamName(space, 'reminders', agreementId),
    remindersDecider,
  );
  return stateOf(
    remindersDecider,
    history.map(({ event }) => event),
  );
}

function about({ space, agreement }: DueStep): { readonly space: string; readonly agreementId: string } {
  return { space, agreementId: agreement.agreementId };
}

function keyOf({ planned: { deadlineId, version, step } }: DueStep) {
  return { deadlineId, version, step };
}

function nameOf({ planned: { deadlineId, version, step } }: DueStep): readonly string[] {
  return [deadlineId, String(version), step];
}
