import type {
  DeadlineEscalated,
  ReminderBounced,
  ReminderPolicySet,
  ReminderRequested,
  ReminderSent,
  ReminderSuppressed,
  RemindersClosed,
  RemindersMuted,
  ToldMeans,
} from './events.js';

export type RecordReminderSent = { readonly type: 'RecordReminderSent' } & ReminderSent['data'];
export type RecordReminderSuppressed = {
  readonly type: 'RecordReminderSuppressed';
} & ReminderSuppressed['data'];
/** Every reminder that the message carried. */
export type RecordReminderBounced = {
  readonly type: 'RecordReminderBounced';
} & Pick<ReminderBounced['data'], 'messageId' | 'status'>;
export type EscalateDeadline = { readonly type: 'EscalateDeadline' } & DeadlineEscalated['data'];
/** `steps`: every step the deadline had; those already told of are left out of the record. */
export type CloseReminders = { readonly type: 'CloseReminders' } & RemindersClosed['data'];

/** Sent by people: when they are reminded of this agreement's deadlines of a kind. */
export type SetReminderPolicy = { readonly type: 'SetReminderPolicy' } & ReminderPolicySet['data'];

/** Nobody is reminded until a day is over. */
export interface MuteReminders {
  readonly type: 'MuteReminders';
  readonly until: RemindersMuted['data']['until'];
  readonly reason: string;
}
export interface UnmuteReminders {
  readonly type: 'UnmuteReminders';
}
/** Whoever owes it is reminded beside what is planned. */
export interface RemindNow {
  readonly type: 'RemindNow';
  readonly deadlineId: ReminderRequested['data']['deadlineId'];
}

/** What a link names beside the deadline, so that it answers that one and none that was set later. */
interface AboutDeadline {
  readonly deadlineId: string;
  readonly version?: number;
}

/** I am on it. */
export type AcknowledgeReminder = { readonly type: 'AcknowledgeReminder' } & AboutDeadline;
/** Not before that local day. */
export type SnoozeReminder = { readonly type: 'SnoozeReminder'; readonly until: string } & AboutDeadline;
/** Not mine; `toPositionId`: whose it is, where that is known. */
export type HandOverDuty = {
  readonly type: 'HandOverDuty';
  /** Whose duty it was; absent: of whoever answers. */
  readonly positionId?: string;
  readonly toPositionId?: string;
  readonly word?: string;
} & AboutDeadline;
/** By those who look after the agreement: somebody was told, by them or by others. */
export interface RecordTold {
  readonly type: 'RecordTold';
  readonly deadlineId: string;
  readonly positionId: string;
  readonly personId: string;
  readonly means: ToldMeans;
  readonly toldAt: string;
  readonly promised?: boolean;
  readonly note?: string;
}

export type AnswerCommand = AcknowledgeReminder | SnoozeReminder | HandOverDuty | RecordTold;

export type ReminderCommand =
  | RecordReminderSent
  | RecordReminderSuppressed
  | RecordReminderBounced
  | EscalateDeadline
  | CloseReminders
  | SetReminderPolicy
  | MuteReminders
  | UnmuteReminders
  | RemindNow
  | AnswerCommand;

/** Why it is refused, and what would be right. */
export type ReminderRefusalCode =
  /** At most { limit } messages to one person: { reminders }. */
  | 'too-many-reminders'
  /** Upwards, each of { levels } at most once and later than the one before. */
  | 'escalation-order'
  /** As many days before as the deadline runs: { most }. */
  | 'offset-beyond-deadline'
  | 'unknown-deadline'
  /** It is done, or was taken back: nothing is asked any more. */
  | 'deadline-ended'
  /** It was set anew since; a new message tells of it. */
  | 'deadline-set-anew'
  /** Nothing is asked of the position. */
  | 'not-their-duty'
  /** From { first } to { last }. */
  | 'date-out-of-range'
  | 'unknown-position'
  | 'position-vacant'
  | 'date-in-future'
  | 'invalid-moment'
  | 'text-missing'
  | 'text-too-long'
  | 'malformed-text'
  /** Tomorrow: one reminder of a deadline on one day. */
  | 'reminded-today'
  | 'deadline-suspended'
  | 'invalid-date'
  | 'date-in-past'
  | 'date-too-far';
