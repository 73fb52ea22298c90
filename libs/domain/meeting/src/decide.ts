import { refuse } from '@entente/event-sourcing';

import { MAX_MINUTES, proseFault } from './checks.js';
import type { MeetingCommand, PlanMeeting, RecordOutcome, WriteMinutes } from './commands.js';
import type { Situation } from './context.js';
import { otherwise, type MeetingDecision } from './decision.js';
import {
  moveMeeting,
  placeLetter,
  planMeeting,
  recordAttendance,
  removeAttendance,
  removeLetter,
} from './preparing.js';
import { holdMeeting, notPlaced, placed, postponeLetter, signLetter } from './signing.js';
import type { Meeting, PlannedMeeting } from './state.js';

/** Who comes, and which letters at what time, is settled once the meeting was held. */
const BEFORE_IT_IS_HELD: readonly string[] = [
  'MoveMeeting',
  'PlaceLetter',
  'RemoveLetter',
] satisfies readonly MeetingCommand['type'][];

export function decide(state: Meeting, command: MeetingCommand, situation: Situation): MeetingDecision {
  if (command.type === 'PlanMeeting') return planMeeting(state, command, situation);
  if (state.status === 'none') return refuse('unknown-meeting');
  if (state.status === 'held' && BEFORE_IT_IS_HELD.includes(command.type)) {
    return refuse('meeting-held', { facts: { on: state.heldOn } });
  }
  return decideOn(state, command, situation);
}

function decideOn(
  state: PlannedMeeting,
  command: Exclude<MeetingCommand, PlanMeeting>,
  situation: Situation,
): MeetingDecision {
  switch (command.type) {
    case 'MoveMeeting':
      return moveMeeting(state, command, situation);
    case 'PlaceLetter':
      return placeLetter(state, command, situation);
    case 'RemoveLetter':
      return removeLetter(state, command);
    case 'RecordAttendance':
      return recordAttendance(state, command, situation);
    case 'RemoveAttendance':
      return removeAttendance(state, command);
    case 'HoldMeeting':
      return holdMeeting(state, situation);
    case 'SignLetter':
      return signLetter(state, command, situation);
    case 'PostponeLetter':
      return postponeLetter(state, command, situation);
    case 'WriteMinutes':
      return writeMinutes(state, command);
    case 'RecordOutcome':
      return recordOutcome(state, command);
    default:
      return otherwise(command, []);
  }
}

function writeMinutes({ minutes }: PlannedMeeting, { text }: WriteMinutes): MeetingDecision {
  if (minutes === text) return [];
  return proseFault('text', text, MAX_MINUTES) ?? [{ type: 'MinutesWritten', data: { text } }];
}

function recordOutcome(state: PlannedMeeting, { agreementId, refused }: RecordOutcome): MeetingDecision {
  const letter = placed(state, agreementId);
  if (!letter) return notPlaced(state);
  // What was answered before is answered again when its event is seen again.
  if (letter.status !== 'reported') return [];
  return refused
    ? [{ type: 'LetterNotSigned', data: { agreementId, ...refused } }]
    : [{ type: 'LetterSigned', data: { agreementId } }];
}
