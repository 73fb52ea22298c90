import { lastDayOf, type AnswerLinks, type RemindedOf, type ReminderMail } from '@entente/application';
import { localDateOf } from '@entente/calendar';
import { deadlineOf, whatIsAsked } from '@entente/reminder';

import type { Ready } from './check.js';
import type { ReminderPorts } from './reminder-ports.js';

/** What a reminder is of, and for which position. */
interface Of extends Pick<Ready, 'due' | 'holder'> {
  readonly delivery: Pick<Ready['delivery'], 'positionId'>;
}

/** One message of all of them, what is most overdue first. */
export function mailOf(
  { facts, links }: Pick<ReminderPorts, 'facts' | 'links'>,
  deliveryId: string,
  ready: readonly Ready[],
): ReminderMail {
  const [first] = ready;
  if (!first) throw new TypeError('a message is of something');
  const { space } = first.due;
  const now = facts.now(space);
  const [of, ...others] = ready
    .map((one) => remindedOf(one, now, links))
    .sort((one, other) => one.due.daysLeft - other.due.daysLeft);
  if (!of) throw new TypeError('a message is of something');
  return { deliveryId, space, recipient: first.holder, now, ...of, ...(others.length > 0 ? { others } : {}) };
}

export function remindedOf(
  { due: { space, agreement, planned }, delivery: { positionId }, holder: { personId } }: Of,
  now: string,
  links: AnswerLinks | undefined,
): RemindedOf {
  const deadline = deadlineOf(planned, agreement);
  const { agreementId } = agreement;
  const { deadlineId, version, step, level, since } = planned;
  if (!deadline) throw new Error(`deadline ${deadlineId} is not one of agreement ${agreementId}`);
  const lastDay = lastDayOf(deadline.localDate, localDateOf(now, deadline.zone));
  const link = { space, agreementId, deadlineId, version, positionId, personId, lastDay, copied: false };
  return {
    agreementId,
    deadlineId,
    step,
    ...(level === undefined ? {} : { escalated: level }),
    ...(since === undefined ? {} : { stuckSince: since }),
    positionId,
    ...whatIsAsked(deadline, agreement, now),
    ...(links ? { answerUrl: links.urlOf(link) } : {}),
  };
}
