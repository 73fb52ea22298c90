import type { Facts, PositionHolder, ReminderMail } from '@entente/application';
import { localDateOf } from '@entente/calendar';
import { uuidV5 } from '@entente/canonical';
import {
  daysLeft,
  deadlineOf,
  heldBack,
  isLastBefore,
  isRecorded,
  OFFICE_HOURS,
  recipientsOf,
  sendAt,
  type PlannedReminder,
  type RemindedAgreement,
  type RemindedDeadline,
  type Recipient,
  type Reminders,
  type SuppressReason,
} from '@entente/reminder';

import { readReminders, record, type Cause } from './record.js';
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

/** Reminds everyone a due step is for and nothing is recorded of yet. Answers like `deliverTo`. */
export async function dispatch(ports: ReminderPorts, due: DueStep, lastAttempt: boolean): Promise<number> {
  const { agreement, planned } = due;
  const recipients = recipientsOf(planned, agreement);
  if (recipients.length === 0) await suppressStep(ports.facts, due, 'no-recipient');
  return deliverTo(ports, due, recipients, lastAttempt);
}

/** Answers after how many milliseconds somebody may be written to who may not be now; zero when nobody is left. */
export async function deliverTo(
  ports: ReminderPorts,
  due: DueStep,
  recipients: readonly Recipient[],
  lastAttempt: boolean,
): Promise<number> {
  const { planned } = due;
  const failures: string[] = [];
  const waits: number[] = [];
  for (const recipient of recipients) {
    // Read for each: the one before may be the same person in another position.
    const reminders = await readReminders(ports.facts, due.space, due.agreement.agreementId);
    if (isRecorded(reminders, planned, recipient.positionId)) continue;
    const outcome = await remind(ports, due, recipient, reminders, lastAttempt);
    // The others are still reminded: one bad address is nobody else's.
    if (outcome.failure !== undefined) failures.push(outcome.failure);
    if (outcome.waitMs !== undefined) waits.push(outcome.waitMs);
  }
  if (failures.length > 0) throw new ReminderNotDelivered(failures.join(', '));
  return waits.length > 0 ? Math.min(...waits) : 0;
}

export async function suppressStep(facts: Facts, due: DueStep, reason: SuppressReason): Promise<void> {
  await suppress(facts, due, reason);
}

interface Outcome {
  /** Why it was not delivered, when another attempt may help. */
  readonly failure?: string;
  /** Until they may be written to. */
  readonly waitMs?: number;
}

async function remind(
  ports: ReminderPorts,
  due: DueStep,
  recipient: Recipient,
  reminders: Reminders,
  lastAttempt: boolean,
): Promise<Outcome> {
  const { facts, mailer } = ports;
  const { positionId } = recipient;
  const holder = recipient.heldBack === undefined ? await holderOf(ports, due, recipient) : undefined;
  const [now, zone] = [facts.now(due.space), holder?.zone ?? facts.zone];
  const reason = heldBack({ step: due.planned, recipient, holder, reminders, now, zone });
  if (reason !== undefined || !holder)
    return suppress(facts, due, reason ?? 'no-holder', positionId, holder?.personId);
  const { personId } = holder;
  const waitMs = await msUntilOpen(facts, due, holder);
  if (waitMs > 0) return { waitMs };
  const delivery = await mailer.send(mailFor(facts, due, positionId, holder));
  if (!delivery.delivered) {
    if (!delivery.permanent || !lastAttempt) return { failure: delivery.reason };
    return suppress(facts, due, 'rejected', positionId, personId);
  }
  const { channel, messageId } = delivery;
  await record(facts, about(due), due.cause, [...nameOf(due), positionId], {
    type: 'RecordReminderSent',
    ...keyOf(due),
    positionId,
    personId,
    channel,
    messageId,
    plannedAt: due.planned.at,
  });
  return {};
}

/** Where they are it may be night, or a day off. */
async function msUntilOpen(facts: Facts, due: DueStep, { zone }: PositionHolder): Promise<number> {
  const { space, planned, plan, agreement } = due;
  const dueAt = deadlineOf(planned, agreement)?.dueAt;
  const lastBefore = dueAt !== undefined && isLastBefore(planned, plan, dueAt) ? dueAt : undefined;
  const now = facts.now(space);
  const calendars = await facts.calendarsNow(space);
  const opening = sendAt(now, { zone: zone ?? facts.zone, ...OFFICE_HOURS, calendars }, lastBefore);
  return Date.parse(opening) - Date.parse(now);
}

async function holderOf(
  ports: ReminderPorts,
  due: DueStep,
  { positionId, atDesk }: Recipient,
): Promise<PositionHolder | undefined> {
  const keeper = atDesk === true ? await keeperOf(ports, due) : undefined;
  return keeper ?? ports.directory.holderOf(due.space, positionId);
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
): Promise<Outcome> {
  await record(facts, about(due), due.cause, [...nameOf(due), positionId ?? '', reason], {
    type: 'RecordReminderSuppressed',
    ...keyOf(due),
    ...(positionId === undefined ? {} : { positionId }),
    ...(personId === undefined ? {} : { personId }),
    reason,
    plannedAt: due.planned.at,
  });
  return {};
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
  { milestones, stages }: RemindedAgreement,
): ReminderMail['about'] {
  if (kind === 'milestone') {
    return { kind, title: milestones.find(({ milestoneId }) => milestoneId === subject)?.title ?? {} };
  }
  if (kind === 'signed-copy') return { kind };
  const stage = stages.find(({ name }) => name === subject);
  return stage?.isSigning ? { kind: 'signing' } : { kind: 'stage', stage: stage?.title ?? { en: subject } };
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
