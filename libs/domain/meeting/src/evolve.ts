import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from './decision.js';
import type { MeetingFact } from './events.js';
import type { Meeting, PlacedLetter, PlannedMeeting } from './state.js';

export function evolve(state: Meeting, event: Stamped<MeetingFact>): Meeting {
  if (event.type === 'MeetingPlanned') {
    return {
      status: 'planned',
      ...event.data,
      plannedAt: event.recordedAt,
      letters: [],
      attendance: [],
    };
  }
  return state.status === 'none' ? state : apply(state, event);
}

function apply(
  state: PlannedMeeting,
  event: Exclude<Stamped<MeetingFact>, { type: 'MeetingPlanned' }>,
): PlannedMeeting {
  switch (event.type) {
    case 'MeetingMoved':
      return { ...state, ...event.data };
    case 'LetterPlaced':
      return {
        ...state,
        letters: inOrder([...without(state, event.data.agreementId), placedBy(event.data)]),
      };
    case 'LetterRemoved':
      return { ...state, letters: without(state, event.data.agreementId) };
    case 'AttendanceRecorded': {
      const others = state.attendance.filter(({ positionId }) => positionId !== event.data.positionId);
      return { ...state, attendance: [...others, event.data] };
    }
    case 'AttendanceRemoved':
      return {
        ...state,
        attendance: state.attendance.filter(({ positionId }) => positionId !== event.data.positionId),
      };
    case 'MeetingHeld':
      return { ...state, status: 'held', heldOn: event.data.on };
    case 'LettersReportedSigned':
      return event.data.letters.reduce(
        (sum, { agreementId }) => withResult(sum, agreementId, { status: 'reported' }),
        state,
      );
    case 'LetterSigned':
      return withResult(state, event.data.agreementId, { status: 'signed' });
    case 'LetterNotSigned': {
      const { agreementId, ...why } = event.data;
      return withResult(state, agreementId, { status: 'not-signed', ...why });
    }
    case 'LetterPostponed': {
      const { agreementId, ...why } = event.data;
      return withResult(state, agreementId, { status: 'postponed', ...why });
    }
    case 'MinutesWritten':
      return { ...state, minutes: event.data.text };
    default:
      return otherwise(event, state);
  }
}

type Result = Omit<PlacedLetter, 'agreementId' | 'order'>;

/** What was said of the letter before no longer holds. */
function withResult(state: PlannedMeeting, agreementId: string, result: Result): PlannedMeeting {
  const letters = state.letters.map((letter) =>
    letter.agreementId === agreementId ? { agreementId, order: letter.order, ...result } : letter,
  );
  return { ...state, letters };
}

function placedBy({ agreementId, order }: Pick<PlacedLetter, 'agreementId' | 'order'>): PlacedLetter {
  return { agreementId, order, status: 'placed' };
}

function without({ letters }: PlannedMeeting, agreementId: string): readonly PlacedLetter[] {
  return letters.filter((letter) => letter.agreementId !== agreementId);
}

/** Letters of the same order stand as they were placed. */
function inOrder(letters: readonly PlacedLetter[]): readonly PlacedLetter[] {
  return letters.toSorted((one, other) => one.order - other.order);
}
