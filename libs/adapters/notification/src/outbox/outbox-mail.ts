import type { OutboxMail, ReminderDirectory } from '@entente/application';

import type { OutboxMessage } from './outbox.js';

/** As it is shown: the address is the one the person has now. */
export async function outboxMail(
  message: OutboxMessage,
  name: OutboxMail['to']['name'],
  people: ReminderDirectory,
): Promise<OutboxMail> {
  const person = await people.personOf(message.space, message.personId);
  return {
    id: message.deliveryId,
    agreementId: message.agreementId,
    to: { personId: message.personId, name, address: person?.email ?? null },
    subject: message.subject,
    text: message.text,
    language: message.language,
    status: message.status,
    reason: message.reason ?? null,
    messageId: message.messageId,
    createdAt: message.queuedAt,
    sentAt: message.status === 'sent' ? (message.settledAt ?? null) : null,
    returned: message.returned ?? null,
  };
}

/** Who only reads must not answer in somebody's place. */
export function withoutAnswerLinks<Message extends Pick<OutboxMessage, 'text' | 'html'>>(
  message: Message,
): Message {
  const without = (text: string): string => text.replace(/(?<=\/answer\/)[\w-]+/gu, '…');
  return { ...message, text: without(message.text), html: without(message.html) };
}
