import type { Appointment, AttendanceRecorded, LocalText } from './events.js';

export interface PlacedLetter {
  readonly agreementId: string;
  readonly order: number;
  /** `reported`: said to be signed, and the agreement has not answered yet. */
  readonly status: 'placed' | 'reported' | 'signed' | 'not-signed' | 'postponed';
  /** Why it was not signed. */
  readonly code?: string;
  readonly partyId?: string;
  /** Why it was postponed, to which day and to which meeting. */
  readonly reason?: string | null;
  readonly to?: string;
  readonly toMeeting?: string;
}

export type Attendance = AttendanceRecorded['data'];

export interface PlannedMeeting extends Appointment {
  readonly status: 'planned' | 'held';
  readonly title: LocalText;
  readonly plannedAt: string;
  /** In their order. */
  readonly letters: readonly PlacedLetter[];
  readonly attendance: readonly Attendance[];
  readonly heldOn?: string;
  readonly minutes?: string | null;
}

export type Meeting = { readonly status: 'none' } | PlannedMeeting;
