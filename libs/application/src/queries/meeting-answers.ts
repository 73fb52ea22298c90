import type { LocalText, StageName } from '@entente/agreement';
import type { Attendance, Blocker, PlacedLetter, PlannedMeeting } from '@entente/meeting';

export interface MeetingRow {
  readonly meetingId: string;
  readonly title: LocalText;
  /** Local date and time in `zone`. */
  readonly at: string;
  readonly zone: string;
  readonly place: string;
  readonly status: PlannedMeeting['status'];
  readonly letters: number;
  readonly signed: number;
}

/** Who signs for a party at the meeting. */
export interface MeetingParty {
  readonly partyId: string;
  readonly name: LocalText;
  /** The position that is to sign, or that comes in its place; null: nobody was named. */
  readonly positionId: string | null;
  readonly substituteFor: string | null;
  /** Who holds that position now. */
  readonly personId: string | null;
  /** What its rule still asks for. */
  readonly means: readonly ('ink' | 'seal')[];
  readonly declined: boolean;
  readonly signed: boolean;
  /** The day it signed. */
  readonly signedOn: string | null;
}

export type MissingPaper = 'scan' | 'originals';

export interface MeetingLetter {
  readonly agreementId: string;
  readonly order: number;
  readonly number: string | null;
  readonly title: LocalText;
  readonly stage: StageName;
  /** What was said of it at the meeting. */
  readonly status: PlacedLetter['status'];
  readonly code: string | null;
  readonly reason: string | null;
  readonly to: string | null;
  /** The meeting it was postponed to. */
  readonly toMeeting: string | null;
  /** How it stands now. */
  readonly standing: 'ready' | 'blocked' | 'signed';
  readonly blockers: readonly Blocker[];
  readonly parties: readonly MeetingParty[];
  /** What is still to come once it is signed. */
  readonly missing: readonly MissingPaper[];
  /** When its signing was complete, UTC ISO text. */
  readonly signedAt: string | null;
}

export interface MeetingDetail {
  readonly meetingId: string;
  /** Last revision of its stream; the ETag. */
  readonly revision: number;
  readonly position: string;
  readonly title: LocalText;
  readonly at: string;
  readonly zone: string;
  readonly place: string;
  readonly status: PlannedMeeting['status'];
  readonly heldOn: string | null;
  readonly minutes: string | null;
  readonly letters: readonly MeetingLetter[];
  readonly attendance: readonly Attendance[];
  /** Whether the viewer prepares and holds it. */
  readonly mayRun: boolean;
  /** Names of the positions and people it mentions, by id. */
  readonly names: Readonly<Record<string, LocalText>>;
}
