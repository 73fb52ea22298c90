import type * as meeting from '@entente/meeting';

import { Message } from './message.js';

/** Target: the meeting's id. */
export abstract class MeetingMessage<
  C extends meeting.MeetingCommand = meeting.MeetingCommand,
> extends Message<C> {}

export class PlanMeeting extends MeetingMessage<meeting.PlanMeeting> {}
export class MoveMeeting extends MeetingMessage<meeting.MoveMeeting> {}
export class PlaceLetter extends MeetingMessage<meeting.PlaceLetter> {}
export class RemoveLetter extends MeetingMessage<meeting.RemoveLetter> {}
export class RecordAttendance extends MeetingMessage<meeting.RecordAttendance> {}
export class RemoveAttendance extends MeetingMessage<meeting.RemoveAttendance> {}
export class HoldMeeting extends MeetingMessage<meeting.HoldMeeting> {}
export class SignLetter extends MeetingMessage<meeting.SignLetter> {}
export class PostponeLetter extends MeetingMessage<meeting.PostponeLetter> {}
export class WriteMinutes extends MeetingMessage<meeting.WriteMinutes> {}
export class RecordOutcome extends MeetingMessage<meeting.RecordOutcome> {}

/** Every command a meeting takes, under the name of its body's type. */
export const meetingMessages = {
  PlanMeeting,
  MoveMeeting,
  PlaceLetter,
  RemoveLetter,
  RecordAttendance,
  RemoveAttendance,
  HoldMeeting,
  SignLetter,
  PostponeLetter,
  WriteMinutes,
  RecordOutcome,
} satisfies Record<meeting.MeetingCommandType, new (...args: never[]) => MeetingMessage>;
