import type { ReminderMail } from './reminder-mailer.js';

/** What a reminder would say, without anything being sent or kept. */
export interface WrittenReminder {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export abstract class ReminderWriter {
  abstract write(mail: ReminderMail): WrittenReminder;
}
