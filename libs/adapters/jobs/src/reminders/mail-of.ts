import type { Facts, RemindedOf, ReminderMail } from '@entente/application';
import { daysLeft, deadlineOf, type RemindedAgreement, type RemindedDeadline } from '@entente/reminder';

import type { Ready } from './check.js';

/** One message of all of them, what is most overdue first. */
export function mailOf(facts: Facts, deliveryId: string, ready: readonly Ready[]): ReminderMail {
  const [first] = ready;
  if (!first) throw new TypeError('a message is of something');
  const { space } = first.due;
  const now = facts.now(space);
  const [of, ...others] = ready
    .map((one) => remindedOf(one, now))
    .sort((one, other) => one.due.daysLeft - other.due.daysLeft);
  if (!of) throw new TypeError('a message is of something');
  return { deliveryId, space, recipient: first.holder, now, ...of, ...(others.length > 0 ? { others } : {}) };
}

function remindedOf(
  { due: { agreement, planned }, delivery: { positionId } }: Ready,
  now: string,
): RemindedOf {
  const deadline = deadlineOf(planned, agreement);
  const { agreementId, title, number } = agreement;
  const { deadlineId, step, level } = planned;
  if (!deadline) throw new Error(`deadline ${deadlineId} is not one of agreement ${agreementId}`);
  return {
    agreementId,
    deadlineId,
    step,
    ...(level === undefined ? {} : { escalated: level }),
    positionId,
    about: subjectOf(deadline, agreement),
    letter: { title, ...(number === undefined ? {} : { number }) },
    due: {
      localDate: deadline.localDate,
      zone: deadline.zone,
      provisional: deadline.provisional,
      daysLeft: daysLeft(deadline, now),
    },
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
