import type { RecordReminderBounced } from './commands.js';
import type { ReminderBounced, ReminderSent, StepKey } from './events.js';

/** One reminder that a message carried. */
export type Carried = StepKey & Pick<ReminderSent['data'], 'positionId' | 'personId'>;

/** What went out, by Message-ID, and which of it came back. */
export interface Messages {
  readonly carried: Readonly<Record<string, readonly Carried[]>>;
  readonly bounced: ReadonlySet<string>;
}

export const noMessages: Messages = { carried: {}, bounced: new Set() };

/** A report that comes twice, or of a message that is not this agreement's, says nothing. */
export function recordBounced(
  { carried, bounced }: Messages,
  { messageId, status }: RecordReminderBounced,
): readonly ReminderBounced[] {
  if (bounced.has(messageId)) return [];
  return (carried[messageId] ?? []).map((reminder) => ({
    type: 'ReminderBounced',
    data: { ...reminder, messageId, status },
  }));
}

export function wentOut(messages: Messages, { data }: ReminderSent): Messages {
  const { deadlineId, version, step, positionId, personId, messageId } = data;
  const before = messages.carried[messageId] ?? [];
  const reminder = { deadlineId, version, step, positionId, personId };
  return { ...messages, carried: { ...messages.carried, [messageId]: [...before, reminder] } };
}

export function cameBack(messages: Messages, { data }: ReminderBounced): Messages {
  return { ...messages, bounced: new Set([...messages.bounced, data.messageId]) };
}
