import type { Fact } from '@entente/event-sourcing';

export interface LocalText {
  readonly zh?: string;
  readonly en?: string;
}

/** Where and when, by the clock on its wall. */
export interface Appointment {
  /** Local date and time, `2026-12-23T14:00`. */
  readonly at: string;
  /** IANA zone. */
  readonly zone: string;
  readonly place: string;
}

export type MeetingPlanned = Fact<'MeetingPlanned', { readonly title: LocalText } & Appointment>;
export type MeetingMoved = Fact<'MeetingMoved', Appointment>;
/** Placed again: in another order. */
export type LetterPlaced = Fact<'LetterPlaced', { readonly agreementId: string; readonly order: number }>;
export type LetterRemoved = Fact<'LetterRemoved', { readonly agreementId: string }>;
export type AttendanceRecorded = Fact<
  'AttendanceRecorded',
  {
    readonly organisationId: string;
    readonly positionId: string;
    /** Who held the position, by the organisation's stream. */
    readonly personId: string;
    /** The position that is signed for in its holder's absence. */
    readonly substituteFor?: string;
    readonly mandate?: string;
  }
>;
export type AttendanceRemoved = Fact<'AttendanceRemoved', { readonly positionId: string }>;
export type MeetingHeld = Fact<'MeetingHeld', { readonly on: string }>;

/** One signature as it was planned. */
export interface PlannedSignature {
  readonly partyId: string;
  readonly means: 'ink' | 'seal';
  /** A substitute's; absent: the signatory's. */
  readonly positionId?: string;
  readonly mandate?: string;
}
/** What the coordinator said; what each agreement made of it comes as an event of its own. */
export type LettersReportedSigned = Fact<
  'LettersReportedSigned',
  {
    readonly on: string;
    readonly place: string;
    readonly evidence?: string | null;
    readonly letters: readonly {
      readonly agreementId: string;
      readonly signatures: readonly PlannedSignature[];
    }[];
  }
>;
export type LetterSigned = Fact<'LetterSigned', { readonly agreementId: string }>;
export type LetterNotSigned = Fact<
  'LetterNotSigned',
  { readonly agreementId: string; readonly code: string; readonly partyId?: string }
>;
export type LetterPostponed = Fact<
  'LetterPostponed',
  {
    readonly agreementId: string;
    readonly reason: string | null;
    readonly to?: string;
    readonly toMeeting?: string;
  }
>;
export type MinutesWritten = Fact<'MinutesWritten', { readonly text: string | null }>;

export type MeetingFact =
  | MeetingPlanned
  | MeetingMoved
  | LetterPlaced
  | LetterRemoved
  | AttendanceRecorded
  | AttendanceRemoved
  | MeetingHeld
  | LettersReportedSigned
  | LetterSigned
  | LetterNotSigned
  | LetterPostponed
  | MinutesWritten;
