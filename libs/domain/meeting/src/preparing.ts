import { canonicalText } from '@entente/canonical';
import { refuse } from '@entente/event-sourcing';

import { appointmentFault, lineFault, titleFault } from './checks.js';
import type {
  MoveMeeting,
  PlaceLetter,
  PlanMeeting,
  RecordAttendance,
  RemoveAttendance,
  RemoveLetter,
} from './commands.js';
import type { Situation } from './context.js';
import type { MeetingDecision } from './decision.js';
import { isSigned } from './readiness.js';
import { placed } from './signing.js';
import type { Meeting, PlannedMeeting } from './state.js';

export const MAX_LETTERS = 100;
export const MAX_ATTENDANCE = 500;

export function planMeeting(
  state: Meeting,
  { type: _, ...plan }: PlanMeeting,
  { now }: Situation,
): MeetingDecision {
  if (state.status === 'none') {
    return titleFault(plan.title) ?? appointmentFault(plan, now) ?? [{ type: 'MeetingPlanned', data: plan }];
  }
  const { title, at, zone, place } = state;
  return canonicalText({ title, at, zone, place }) === canonicalText(plan) ? [] : refuse('already-planned');
}

export function moveMeeting(
  state: PlannedMeeting,
  { at, zone, place }: MoveMeeting,
  { now }: Situation,
): MeetingDecision {
  if (state.at === at && state.zone === zone && state.place === place) return [];
  const moved = { at, zone, place };
  return appointmentFault(moved, now) ?? [{ type: 'MeetingMoved', data: moved }];
}

export function placeLetter(
  state: PlannedMeeting,
  { agreementId, order: wanted }: PlaceLetter,
  { letters }: Situation,
): MeetingDecision {
  const there = placed(state, agreementId);
  const order = wanted ?? there?.order ?? afterAll(state);
  if (there?.order === order && there.status !== 'postponed') return [];
  const letter = letters.find((one) => one.agreementId === agreementId);
  if (!letter) return refuse('unknown-agreement', { field: 'agreementId' });
  if (isSigned(letter)) return refuse('letter-signed', { field: 'agreementId' });
  if (letter.phase === 'over') {
    return refuse('letter-not-signable', { field: 'agreementId', facts: { stage: letter.stage } });
  }
  if (!Number.isInteger(order) || order < 1 || order > MAX_LETTERS) {
    return refuse('invalid-number', { field: 'order', facts: { max: MAX_LETTERS } });
  }
  if (!there && state.letters.length >= MAX_LETTERS) {
    return refuse('limit-reached', { facts: { limit: MAX_LETTERS } });
  }
  return [{ type: 'LetterPlaced', data: { agreementId, order } }];
}

function afterAll({ letters }: PlannedMeeting): number {
  return Math.min((letters.at(-1)?.order ?? 0) + 1, MAX_LETTERS);
}

export function removeLetter(state: PlannedMeeting, { agreementId }: RemoveLetter): MeetingDecision {
  const there = placed(state, agreementId);
  if (!there) return [];
  if (there.status === 'signed' || there.status === 'reported') {
    return refuse('letter-signed', { field: 'agreementId' });
  }
  return [{ type: 'LetterRemoved', data: { agreementId } }];
}

export function recordAttendance(
  state: PlannedMeeting,
  { type: _, ...said }: RecordAttendance,
  { organisation }: Situation,
): MeetingDecision {
  if (!organisation) return refuse('unknown-organisation', { field: 'organisationId' });
  const find = (positionId: string | undefined): { readonly personId: string } | undefined =>
    organisation.positions.find((position) => position.positionId === positionId);
  const position = find(said.positionId);
  if (!position) return refuse('unknown-position', { field: 'positionId' });
  if (
    said.substituteFor !== undefined &&
    (!find(said.substituteFor) || said.substituteFor === said.positionId)
  ) {
    return refuse('unknown-position', { field: 'substituteFor' });
  }
  if (position.personId === '') return refuse('position-vacant', { field: 'positionId' });
  const fault = lineFault('mandate', said.mandate);
  if (fault) return fault;
  const attendance = { ...said, personId: position.personId };
  const before = state.attendance.find(({ positionId }) => positionId === said.positionId);
  if (before && canonicalText(before) === canonicalText(attendance)) return [];
  if (!before && state.attendance.length >= MAX_ATTENDANCE) {
    return refuse('limit-reached', { facts: { limit: MAX_ATTENDANCE } });
  }
  return [{ type: 'AttendanceRecorded', data: attendance }];
}

export function removeAttendance(state: PlannedMeeting, { positionId }: RemoveAttendance): MeetingDecision {
  const isThere = state.attendance.some((one) => one.positionId === positionId);
  return isThere ? [{ type: 'AttendanceRemoved', data: { positionId } }] : [];
}
