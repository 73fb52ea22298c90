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
  /** Nothing had happened for too long, and then something did. */
  | 'moved-on'
  /** The state names nobody whose duty it is. */
  | 'no-recipient'
  | 'no-holder'
  | 'no-address'
  /** The mail server refused this message for good. */
  | 'rejected'
  /** They are on it. */
  | 'acknowledged'
  /** Not before the day they named. */
  | 'snoozed'
  /** They said that it is not theirs, and nobody has found whose it is yet. */
  | 'not-theirs'
  /** The agreement or whoever it is for is not to be reminded until a day. */
  | 'muted'
  /** Mail to this address came back, and it was not changed since. */
  | 'bounced';

/**
 * `outbox`: no mail server is configured, the message waits on the outbox page. `inbox`: they have no address, and find
 * it when they sign in.
 */
export type ReminderChannel = 'email' | 'inbox' | 'outbox';

export type CloseReason = 'deadline-met' | 'deadline-cancelled' | 'entry-retracted' | 'superseded';

export type ReminderSent = Fact<
  'ReminderSent',
  StepKey & {
    readonly positionId: string;
    /** Who held the position when it went out. */
    readonly personId: string;
    readonly channel: ReminderChannel;
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
/** The mail came back: nobody has read it. */
export type ReminderBounced = Fact<
  'ReminderBounced',
  StepKey & {
    readonly positionId: string;
    readonly personId: string;
    readonly messageId: string;
    /** What the last mail server said of it, as RFC 3463 numbers it: `5.1.1`. */
    readonly status: string;
  }
>;
/** For this agreement's deadlines of a kind; nothing in it: as its definition has it. */
export type ReminderPolicySet = Fact<
  'ReminderPolicySet',
  { readonly kind: DeadlineKind; readonly policy: Partial<ReminderPolicy> }
>;
/** Nobody is reminded of this agreement's deadlines until that local day is over. */
export type RemindersMuted = Fact<
  'RemindersMuted',
  { readonly until: string; readonly reason: string | null }
>;
/** `until`: how long it would have been. */
export type RemindersUnmuted = Fact<'RemindersUnmuted', { readonly until: string }>;
/** Somebody asked for a reminder now, beside those of the policy. */
export type ReminderRequested = Fact<'ReminderRequested', StepKey>;
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

/**
 * A link out of a message, one that a coordinator copied for them, the pages, by whoever signed in there, or those who run
 * the installation, at the command line.
 */
export type AnswerMeans = 'link' | 'copied-link' | 'page' | 'operator';

/** Somebody who was reminded answers, for the position whose duty it is. */
interface Answered {
  readonly deadlineId: string;
  readonly version: number;
  readonly positionId: string;
  readonly personId: string;
  readonly via: AnswerMeans;
}

/** They are on it. */
export type ReminderAcknowledged = Fact<'ReminderAcknowledged', Answered>;
/** Again on that day, local in the deadline's zone, and not before. */
export type ReminderSnoozed = Fact<'ReminderSnoozed', Answered & { readonly until: string }>;
/** It is another position's; absent: whose it is, those who look after the agreement are to find out. */
export type DutyHandedOver = Fact<
  'DutyHandedOver',
  Omit<Answered, 'personId'> & {
    /** Who said that it is not theirs; absent: said by those who look after the agreement. */
    readonly personId?: string;
    /** The same position: it stays with it. */
    readonly toPositionId?: string;
    readonly word?: string | null;
  }
>;

export type ToldMeans = 'phone' | 'in-person' | 'chat' | 'other';

/** A reminder that no program sent. */
export type ToldByHand = Fact<
  'ToldByHand',
  Pick<Answered, 'deadlineId' | 'version' | 'positionId' | 'personId'> & {
    readonly means: ToldMeans;
    /** UTC ISO text. */
    readonly toldAt: string;
    /** They promised to see to it. */
    readonly promised: boolean;
    readonly note?: string | null;
  }
>;

export type AnswerFact = ReminderAcknowledged | ReminderSnoozed | DutyHandedOver | ToldByHand;

export type ReminderFact =
  | ReminderSent
  | ReminderSuppressed
  | ReminderBounced
  | ReminderPolicySet
  | RemindersMuted
  | RemindersUnmuted
  | ReminderRequested
  | DeadlineEscalated
  | RemindersClosed
  | AnswerFact;
