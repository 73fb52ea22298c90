import type { DeadlineKind, EscalationLevel, ReminderPolicy } from '@entente/agreement';
import type { Fact } from '@entente/event-sourcing';

/** One step of one deadline. The same step of a deadline set anew is another one, hence the version. */
export interface StepKey {
  readonly deadlineId: string;
  /** Revision of the DeadlineSet it was planned from. */
  readonly version: number;
  /** As the plan names it. */
  readonly step: string;
}

/** What held back a step that was due. */
export type SuppressReason =
  | 'already-signed'
  | 'deadline-met'
  | 'deadline-cancelled'
  | 'entry-retracted'
  /** The deadline was set anew, or a later step of it was due as well: one message says it all. */
  | 'superseded'
  /** The state names nobody whose duty it is. */
  | 'no-recipient'
  | 'no-holder'
  | 'no-address'
  /** The mail server refused this message for good. */
  | 'rejected';

export type CloseReason = 'deadline-met' | 'deadline-cancelled' | 'entry-retracted' | 'superseded';

export type ReminderSent = Fact<
  'ReminderSent',
  StepKey & {
    readonly positionId: string;
    /** Who held the position when it went out. */
    readonly personId: string;
    /** `outbox`: no mail server is configured, the message waits on the outbox page. */
    readonly channel: 'email' | 'outbox';
    /** Several have the same: they were one message. */
    readonly messageId: string;
    /** When it was meant to go out, UTC ISO text. */
    readonly plannedAt: string;
    /** From when on it might go to this person, by their hours and after what else they were told, UTC ISO text. */
    readonly opensAt?: string;
  }
>;
export type ReminderSuppressed = Fact<
  'ReminderSuppressed',
  StepKey & {
    /** Absent: the whole step was held back, whoever it was for. */
    readonly positionId?: string;
    readonly personId?: string;
    readonly reason: SuppressReason;
    readonly plannedAt: string;
  }
>;
/** For this agreement's deadlines of a kind; nothing in it: as its definition has it. */
export type ReminderPolicySet = Fact<
  'ReminderPolicySet',
  { readonly kind: DeadlineKind; readonly policy: Partial<ReminderPolicy> }
>;
/** A missed deadline goes to somebody further up: the positions that were found when it did, each told on its own. */
export type DeadlineEscalated = Fact<
  'DeadlineEscalated',
  StepKey & {
    readonly level: EscalationLevel;
    readonly positionIds: readonly string[];
    readonly plannedAt: string;
  }
>;
/** A deadline ended before these steps were due. */
export type RemindersClosed = Fact<
  'RemindersClosed',
  {
    readonly deadlineId: string;
    readonly version: number;
    readonly reason: CloseReason;
    readonly steps: readonly string[];
  }
>;

export type ReminderFact =
  ReminderSent | ReminderSuppressed | ReminderPolicySet | DeadlineEscalated | RemindersClosed;
