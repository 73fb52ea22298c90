import type {
  DeadlineEscalated,
  ReminderPolicySet,
  ReminderSent,
  ReminderSuppressed,
  RemindersClosed,
} from './events.js';

export type RecordReminderSent = { readonly type: 'RecordReminderSent' } & ReminderSent['data'];
export type RecordReminderSuppressed = {
  readonly type: 'RecordReminderSuppressed';
} & ReminderSuppressed['data'];
export type EscalateDeadline = { readonly type: 'EscalateDeadline' } & DeadlineEscalated['data'];
/** `steps`: every step the deadline had; those already told of are left out of the record. */
export type CloseReminders = { readonly type: 'CloseReminders' } & RemindersClosed['data'];

/** Sent by people: when they are reminded of this agreement's deadlines of a kind. */
export type SetReminderPolicy = { readonly type: 'SetReminderPolicy' } & ReminderPolicySet['data'];

export type ReminderCommand =
  RecordReminderSent | RecordReminderSuppressed | EscalateDeadline | CloseReminders | SetReminderPolicy;

/** Why a policy is refused, and what would be right. */
export type ReminderRefusalCode =
  /** At most { limit } messages to one person: { reminders }. */
  | 'too-many-reminders'
  /** Upwards, each of { levels } at most once and later than the one before. */
  | 'escalation-order'
  /** As many days before as the deadline runs: { most }. */
  | 'offset-beyond-deadline';
