import { recordBounce, type Facts } from '@entente/application';

import type { Outbox, OutboxMessage } from '../outbox/outbox.js';
import { readReturn, type MailReturn } from './read-return.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Tells whoever is concerned what came back. Harmless when it is told again. */
export class ReturnedMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly facts: Facts,
  ) {}

  /** Answers whether the message was about one of ours. */
  async take(source: Uint8Array): Promise<boolean> {
    const returned = await readReturn(source);
    if (!returned) return false;
    const sent = await this.#find(returned);
    for (const message of sent) await this.#tell(message, returned);
    return sent.length > 0;
  }

  async #find({ messageId, envelopeId }: MailReturn): Promise<readonly OutboxMessage[]> {
    const deliveryId = envelopeId !== undefined && UUID.test(envelopeId) ? envelopeId : undefined;
    if (messageId === undefined && deliveryId === undefined) return [];
    return this.outbox.sentAs(messageId ?? '', deliveryId);
  }

  async #tell(message: OutboxMessage, { kind, status }: MailReturn): Promise<void> {
    if (kind === 'delivered') return;
    const { space, deliveryId, redirected, personId, agreementIds, messageId, queuedAt: sentAt } = message;
    // In a trial run it went to another address than the person's.
    if (kind === 'failed' && !redirected)
      await recordBounce(this.facts, {
        ...{ space, personId, agreementIds, messageId, status, sentAt },
      });
    await this.outbox.noteReturn(deliveryId, { kind, status, at: this.facts.now(space) });
  }
}
