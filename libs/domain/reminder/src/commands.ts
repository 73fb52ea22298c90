import type { DeadlineEscalated, ReminderSent, ReminderSuppressed, RemindersClosed } from './events.js';

export type RecordReminderSent = { readonly type: 'RecordReminderSent' } & ReminderSent['data'];
export type RecordReminderSuppressed = {
  readonly type: 'RecordReminderSuppressed';
} & ReminderSuppressed['data'];
export type EscalateDeadline = { readonly type: 'EscalateDeadline' } & DeadlineEscalated['data'];
/** `steps`: every step the deadline had; those already told of are left out of the record. */
export type CloseReminders = { readonly type: 'CloseReminders' } & RemindersClosed['data'];

export type ReminderCommand =
  RecordReminderSent | RecordReminderSuppressed | EscalateDeadline | CloseReminders;
