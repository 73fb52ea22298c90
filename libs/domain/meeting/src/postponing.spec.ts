import { given, isRefused } from '@entente/event-sourcing';

import type { MeetingCommand } from './commands.js';
import type { MeetingContext } from './context.js';
import type { MeetingFact } from './events.js';
import { meetingDecider } from './meeting-decider.js';

const THEN = '2026-12-23T06:30:00.000Z';
const letter = (agreementId: string): MeetingContext['letters'][number] => ({
  agreementId,
  stage: 'signing',
  phase: 'signing',
  parties: [{ partyId: 'base', signatory: 'head', signed: false, declined: false, means: ['ink'] }],
});
const letters = ['a', 'b', 'c'].map(letter);
const planned: readonly MeetingFact[] = [
  {
    type: 'MeetingPlanned',
    data: { title: { en: 'Winter' }, at: '2026-12-23T14:00', zone: 'Asia/Shanghai', place: 'Beijing' },
  },
  { type: 'LetterPlaced', data: { agreementId: 'a', order: 4 } },
];
const when = (command: MeetingCommand, next?: MeetingContext['next'], facts = planned) =>
  given(meetingDecider, { facts }).when(command, { letters, ...(next ? { next } : {}) }, { now: THEN });
const postpone = { type: 'PostponeLetter', agreementId: 'a', reason: 'No seal.', toMeeting: 'm2' } as const;
const open = { status: 'planned', on: '2027-01-06' } as const;

describe('a letter postponed to another meeting', () => {
  it('names it and its day, once', () => {
    const { decision } = when(postpone, open);
    const { type: _, ...said } = postpone;
    expect(decision).toEqual([{ type: 'LetterPostponed', data: { ...said, to: '2027-01-06' } }]);
    const done = isRefused(decision) ? [] : decision;
    expect(when(postpone, open, [...planned, ...done]).summary).toEqual([]);
    const elsewhere = { ...postpone, toMeeting: 'm3' };
    expect(when(elsewhere, open, [...planned, ...done]).summary).toEqual(['LetterPostponed']);
  });

  it('waits for no meeting that is not there or was held', () => {
    for (const next of [undefined, { status: 'held', on: '2026-12-01' } as const]) {
      expect(when(postpone, next).decision).toEqual({
        refused: { code: 'not-a-next-meeting', field: 'toMeeting' },
      });
    }
  });
});

describe('a letter postponed to a day', () => {
  const postponeTo = (to: string) =>
    when({ type: 'PostponeLetter', agreementId: 'a', reason: 'No seal.', to });

  it('is hoped for on the day of the meeting or later', () => {
    expect(postponeTo('2026-12-23').summary).toEqual(['LetterPostponed']);
    expect(postponeTo('2026-12-22').decision).toEqual({
      refused: { code: 'until-before-from', field: 'to', facts: { from: '2026-12-23' } },
    });
  });

  it('is not hoped for in another century', () => {
    expect(postponeTo('9999-12-31').decision).toEqual({
      refused: { code: 'date-too-far', field: 'to', facts: { latest: '2076-12-23' } },
    });
  });
});

describe('a letter placed without an order', () => {
  const place = { type: 'PlaceLetter', agreementId: 'b' } as const;

  it('comes after all others', () => {
    expect(when(place).decision).toEqual([{ type: 'LetterPlaced', data: { agreementId: 'b', order: 5 } }]);
  });

  it('stays where it is when it is there, and is taken up again when it was postponed', () => {
    const again = { ...place, agreementId: 'a' };
    expect(when(again).summary).toEqual([]);
    const postponed: MeetingFact = { type: 'LetterPostponed', data: { agreementId: 'a', reason: 'x' } };
    expect(when(again, undefined, [...planned, postponed]).decision).toEqual([
      { type: 'LetterPlaced', data: { agreementId: 'a', order: 4 } },
    ]);
  });
});

describe('a letter whose signatory is not there', () => {
  const here: MeetingFact = {
    type: 'AttendanceRecorded',
    data: { organisationId: 'other', positionId: 'chair', personId: 'zhao' },
  };

  it('is not signed by holding the meeting, and may be reported signed by itself', () => {
    const facts = [...planned, here];
    expect(when({ type: 'HoldMeeting' }, undefined, facts).decision).toEqual([
      { type: 'MeetingHeld', data: { on: '2026-12-23' } },
      {
        type: 'LetterNotSigned',
        data: { agreementId: 'a', code: 'signatory-absent', partyId: 'base' },
      },
    ]);
    expect(when({ type: 'SignLetter', agreementId: 'a' }, undefined, facts).summary).toEqual([
      'LettersReportedSigned',
    ]);
  });
});
