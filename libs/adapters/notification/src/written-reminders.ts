import { ReminderWriter, type ReminderMail, type WrittenReminder } from '@entente/application';

import { reminderMessage } from './message/reminder-message.js';

/** The same words that are mailed. */
export class WrittenReminders extends ReminderWriter {
  constructor(private readonly publicUrl: string) {
    super();
  }

  override write(mail: ReminderMail): WrittenReminder {
    return reminderMessage(mail, this.publicUrl);
  }
}
