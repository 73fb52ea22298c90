import type { Appointment, LocalText } from './events.js';

export interface PlanMeeting extends Appointment {
  readonly type: 'PlanMeeting';
  readonly title: LocalText;
}
export interface MoveMeeting extends Appointment {
  readonly type: 'MoveMeeting';
}
export interface PlaceLetter {
  readonly type: 'PlaceLetter';
  readonly agreementId: string;
  /** Lower comes first; absent: after all others. */
  readonly order?: number;
}
export interface RemoveLetter {
  readonly type: 'RemoveLetter';
  readonly agreementId: string;
}
export interface RecordAttendance {
  readonly type: 'RecordAttendance';
  readonly organisationId: string;
  readonly positionId: string;
  readonly substituteFor?: string;
  readonly mandate?: string;
}
export interface RemoveAttendance {
  readonly type: 'RemoveAttendance';
  readonly positionId: string;
}
/** All letters that are still open were signed as planned. */
export interface HoldMeeting {
  readonly type: 'HoldMeeting';
}
/** One letter was signed as planned, at the meeting or after it. */
export interface SignLetter {
  readonly type: 'SignLetter';
  readonly agreementId: string;
  /** Local day; absent: the meeting's. */
  readonly on?: string;
  readonly evidence?: string;
}
export interface PostponeLetter {
  readonly type: 'PostponeLetter';
  readonly agreementId: string;
  readonly reason: string;
  /** The day it is hoped for; absent where a meeting is named: that meeting's. */
  readonly to?: string;
  /** Another meeting, at which it is placed then. */
  readonly toMeeting?: string;
}
export interface WriteMinutes {
  readonly type: 'WriteMinutes';
  readonly text: string;
}
/** Sent by the automation that tells the agreements, never by a person. */
export interface RecordOutcome {
  readonly type: 'RecordOutcome';
  readonly agreementId: string;
  /** Absent: it was signed. */
  readonly refused?: { readonly code: string; readonly partyId?: string };
}

export type MeetingCommand =
  | PlanMeeting
  | MoveMeeting
  | PlaceLetter
  | RemoveLetter
  | RecordAttendance
  | RemoveAttendance
  | HoldMeeting
  | SignLetter
  | PostponeLetter
  | WriteMinutes
  | RecordOutcome;

export type MeetingCommandType = MeetingCommand['type'];
