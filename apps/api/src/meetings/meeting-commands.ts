import { meetingMessages } from '@entente/application';
import type { MeetingCommandType } from '@entente/meeting';

import { EmptyDto } from '../agreements/dto/command-bodies.js';
import * as dto from './meeting-bodies.js';

/** A meeting is planned at a path of its own; outcomes are told by the automation. */
type SentByPath = Exclude<MeetingCommandType, 'PlanMeeting' | 'RecordOutcome'>;

interface Row {
  readonly dto: new () => object;
  readonly summary: string;
}

/** Every command of a meeting that has a path, with its body. */
const rows: Readonly<Record<SentByPath, Row>> = {
  MoveMeeting: { dto: dto.MoveMeetingDto, summary: 'Move a meeting to another time or place' },
  PlaceLetter: { dto: dto.PlaceLetterDto, summary: 'Place a letter in the order of signing' },
  RemoveLetter: { dto: dto.RemoveLetterDto, summary: 'Take a letter off the meeting' },
  RecordAttendance: { dto: dto.RecordAttendanceDto, summary: 'Record who comes, and in whose place' },
  RemoveAttendance: { dto: dto.RemoveAttendanceDto, summary: 'Record that somebody does not come' },
  HoldMeeting: { dto: EmptyDto, summary: 'All letters were signed as planned; each has its own result' },
  SignLetter: { dto: dto.SignLetterDto, summary: 'One letter was signed as planned' },
  PostponeLetter: { dto: dto.PostponeLetterDto, summary: 'Postpone a letter, with a reason' },
  WriteMinutes: { dto: dto.WriteMinutesDto, summary: 'Write the minutes' },
};

export const meetingCommands = (Object.keys(rows) as SentByPath[]).map((type) => ({
  type,
  message: meetingMessages[type],
  /** As it stands in the path: `SignLetter` is `sign-letter`. */
  path: type.replaceAll(/(?<=[a-z])[A-Z]/gu, (letter) => `-${letter}`).toLowerCase(),
  ...rows[type],
}));

export type MeetingCommandRow = (typeof meetingCommands)[number];
