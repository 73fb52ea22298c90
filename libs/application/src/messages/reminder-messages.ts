import type * as reminder from '@entente/reminder';

import { Message } from './message.js';

/** What people say of the reminders of an agreement. Target: the agreement's id. */
export abstract class ReminderMessage<
  Body extends reminder.ReminderCommand = reminder.ReminderCommand,
> extends Message<Body> {}

export class SetReminderPolicy extends ReminderMessage<reminder.SetReminderPolicy> {}
export class MuteReminders extends ReminderMessage<reminder.MuteReminders> {}
export class UnmuteReminders extends ReminderMessage<reminder.UnmuteReminders> {}
export class RemindNow extends ReminderMessage<reminder.RemindNow> {}
export class AcknowledgeReminder extends ReminderMessage<reminder.AcknowledgeReminder> {}
export class SnoozeReminder extends ReminderMessage<reminder.SnoozeReminder> {}
export class HandOverDuty extends ReminderMessage<reminder.HandOverDuty> {}
export class RecordTold extends ReminderMessage<reminder.RecordTold> {}

export const reminderMessages = {
  SetReminderPolicy,
  MuteReminders,
  UnmuteReminders,
  RemindNow,
  AcknowledgeReminder,
  SnoozeReminder,
  HandOverDuty,
  RecordTold,
};
