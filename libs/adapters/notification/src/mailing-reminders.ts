import { ReminderMailer, type ReminderDelivery, type ReminderMail } from '@entente/application';
import { silentLog, type Log } from '@entente/platform';
import type { ReminderChannel } from '@entente/reminder';

import { MailChannel, type MailOutcome } from './mail-channel.js';
import { withNotice, type Rendered } from './message/layout.js';
import { reminderMessage } from './message/reminder-message.js';
import type { Outbox } from './outbox/outbox.js';

export interface MailSettings {
  /** Where links lead, e.g. `https://letters.example.org`. */
  readonly publicUrl: string;
  /** Unset: messages stay in the outbox. */
  readonly smtpUrl?: string;
  readonly from: string;
  /** For pilots: every mail goes to this one address, and says so. */
  readonly redirectTo?: string;
  /** Spaces of invented people, whose addresses are nobody's or somebody else's; default `demo`. */
  readonly heldSpaces?: readonly string[];
  readonly timeoutMs?: number;
}

const REDIRECTED = {
  zh: (to: string) => `【试运行】本邮件原本应发送给 ${to}。`,
  en: (to: string) => `Trial run: this message was meant for ${to}.`,
} as const;

/** Reminders by mail, each written to the outbox first. */
export class MailingReminders extends ReminderMailer {
  readonly #channel: MailChannel | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly settings: MailSettings,
    private readonly log: Log = silentLog,
  ) {
    super();
    const { smtpUrl, from, timeoutMs } = settings;
    this.#channel =
      smtpUrl === undefined
        ? undefined
        : new MailChannel({ url: smtpUrl, from, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  }

  override async send(mail: ReminderMail): Promise<ReminderDelivery> {
    const message = reminderMessage(mail, this.settings.publicUrl);
    const messageId = messageIdOf(mail.deliveryId, this.settings.publicUrl);
    const state = await this.outbox.begin(mail, message, messageId);
    if (state !== 'to-send') return { delivered: true, channel: channelOf(state, mail), messageId };

    if (mail.recipient.email === undefined) {
      await this.outbox.settle(mail.deliveryId, mail.now, { status: 'held', reason: 'no-address' });
      return { delivered: true, channel: 'inbox', messageId };
    }
    const held = this.#whyHeld(mail.space);
    if (held !== undefined || !this.#channel) {
      await this.outbox.settle(mail.deliveryId, mail.now, {
        status: 'held',
        reason: held ?? 'no-mail-server',
      });
      return { delivered: true, channel: 'outbox', messageId };
    }
    const outcome = await this.#sendBy(this.#channel, mail, message, messageId);
    const redirected = this.settings.redirectTo !== undefined;
    if (outcome.accepted) {
      await this.outbox.settle(mail.deliveryId, mail.now, { status: 'sent', redirected });
      return { delivered: true, channel: 'email', messageId };
    }
    const { permanent, reason } = outcome;
    this.log.warn(
      { deliveryId: mail.deliveryId, reason, permanent },
      'a reminder was not accepted by the mail server',
    );
    await this.outbox.settle(mail.deliveryId, mail.now, { status: 'failed', reason, redirected });
    return { delivered: false, permanent, reason };
  }

  close(): void {
    this.#channel?.close();
  }

  #whyHeld(space: string): string | undefined {
    const { smtpUrl, redirectTo, heldSpaces = ['demo'] } = this.settings;
    if (smtpUrl === undefined) return 'no-mail-server';
    return redirectTo === undefined && heldSpaces.includes(space) ? 'demo' : undefined;
  }

  #sendBy(
    channel: MailChannel,
    mail: ReminderMail,
    message: Rendered,
    messageId: string,
  ): Promise<MailOutcome> {
    const { redirectTo } = this.settings;
    const { email = '', language } = mail.recipient;
    if (redirectTo === undefined) return channel.send({ ...message, to: email, messageId });
    // Told in the mail only: the outbox keeps no address.
    const told = withNotice(message, language === 'zh' ? '[试运行]' : '[trial]', REDIRECTED[language](email));
    return channel.send({ ...told, to: redirectTo, messageId });
  }
}

function channelOf(state: 'sent' | 'held', { recipient }: ReminderMail): ReminderChannel {
  if (state === 'sent') return 'email';
  return recipient.email === undefined ? 'inbox' : 'outbox';
}

/** The same delivery has the same Message-ID, so that a mail program shows a repeat as one message. */
export function messageIdOf(deliveryId: string, publicUrl: string): string {
  return `<${deliveryId}@${URL.canParse(publicUrl) ? new URL(publicUrl).hostname : 'entente.invalid'}>`;
}
