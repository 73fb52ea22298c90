import { given, isRefused, type Circumstances } from '@entente/event-sourcing';

import type { MeetingCommand } from './commands.js';
import type { LetterSnapshot, MeetingContext } from './context.js';
import type { MeetingFact } from './events.js';
import { meetingDecider } from './meeting-decider.js';
import { readinessOf } from './readiness.js';
import type { Attendance } from './state.js';

const plan = {
  type: 'PlanMeeting',
  title: { en: 'Winter meeting' },
  at: '2026-12-23T14:00',
  zone: 'Asia/Shanghai',
  place: 'Beijing',
} as const;

const party = (partyId: string, change: object = {}): LetterSnapshot['parties'][number] => ({
  partyId,
  signatory: `${partyId}-head`,
  signed: false,
  declined: false,
  means: ['ink'],
  ...change,
});
const letter = (agreementId: string, change: Partial<LetterSnapshot> = {}): LetterSnapshot => ({
  agreementId,
  stage: 'signing',
  phase: 'signing',
  parties: [party('base'), party('district')],
  ...change,
});
const context: MeetingContext = {
  letters: [letter('a'), letter('b'), letter('c')],
  organisation: {
    positions: [
      { positionId: 'base-head', personId: 'chen' },
      { positionId: 'base-deputy', personId: 'wang' },
      { positionId: 'base-empty', personId: '' },
    ],
  },
};
/** Half past two on the day, in Shanghai. */
const THEN = '2026-12-23T06:30:00.000Z';

/** The meeting after these commands; each must be accepted and change something. */
function after(...commands: readonly MeetingCommand[]) {
  return commands.reduce<readonly MeetingFact[]>((facts, command) => {
    const { decision } = given(meetingDecider, { facts }).when(command, context, { now: THEN });
    if (isRefused(decision)) throw new Error(decision.refused.code);
    if (decision.length === 0) throw new Error(`${command.type} changes nothing`);
    return [...facts, ...decision];
  }, []);
}
function when(
  facts: readonly MeetingFact[],
  command: MeetingCommand,
  change: Partial<MeetingContext> = {},
  at: Partial<Circumstances> = { now: THEN },
) {
  return given(meetingDecider, { facts }).when(command, { ...context, ...change }, at);
}

const place = (agreementId: string, order: number): MeetingCommand => ({
  type: 'PlaceLetter',
  agreementId,
  order,
});
const planned = after(plan);
const three = after(plan, place('b', 2), place('a', 1), place('c', 3));
const hold = { type: 'HoldMeeting' } as const;
const held = after(plan, place('a', 1), place('b', 2), hold);

describe('planning a meeting', () => {
  it('gives it title, time and place; again is a repeat, another needs another id', () => {
    const { type: _, ...data } = plan;
    expect(when([], plan).decision).toEqual([{ type: 'MeetingPlanned', data }]);
    expect(when(planned, plan).summary).toEqual([]);
    expect(when(planned, { ...plan, place: 'Shanghai' }).summary).toBe('already-planned');
  });

  it.each([
    ['invalid-moment', { at: '2026-02-30T14:00' }],
    ['invalid-moment', { at: '2026-12-23' }],
    ['invalid-moment', { zone: 'Asia/Peking' }],
    // Clocks go from two to three that night.
    ['invalid-moment', { at: '2026-03-29T02:30', zone: 'Europe/Vienna' }],
    ['date-too-far', { at: '9999-12-31T14:00' }],
    ['text-missing', { title: {} }],
    ['text-missing', { place: ' ' }],
    ['text-too-long', { place: 'x'.repeat(201) }],
  ])('is refused: %s %j', (code, change) => {
    expect(when([], { ...plan, ...change }).summary).toBe(code);
  });

  it('it can be moved until it is held', () => {
    const move = { type: 'MoveMeeting', at: '2026-12-24T09:00', zone: 'Asia/Shanghai', place: 'B' } as const;
    expect(when(planned, move).summary).toEqual(['MeetingMoved']);
    expect(when(after(plan, move), move).summary).toEqual([]);
    expect(when(held, move).summary).toBe('meeting-held');
  });

  it('nothing else is possible before', () => {
    for (const command of [hold, place('a', 1)]) expect(when([], command).summary).toBe('unknown-meeting');
  });
});

describe('the letters of a meeting', () => {
  it('stand in their order, and one can be placed elsewhere or taken off', () => {
    const ids = (facts: readonly MeetingFact[], command: MeetingCommand): unknown => {
      const { state } = when(facts, command);
      return state.status === 'none' ? [] : state.letters.map(({ agreementId }) => agreementId);
    };
    expect(ids(three, place('c', 3))).toEqual(['a', 'b', 'c']);
    expect(ids(three, place('a', 9))).toEqual(['b', 'c', 'a']);
    expect(ids(three, { type: 'RemoveLetter', agreementId: 'b' })).toEqual(['a', 'c']);
    expect(when(three, place('c', 3)).summary).toEqual([]);
    expect(when(planned, { type: 'RemoveLetter', agreementId: 'b' }).summary).toEqual([]);
  });

  it.each([
    ['unknown-agreement', { letters: [] }, 1],
    ['letter-signed', { letters: [letter('a', { parties: [party('base', { signed: true })] })] }, 1],
    ['letter-not-signable', { letters: [letter('a', { phase: 'over' })] }, 1],
    ['invalid-number', {}, 0],
    ['invalid-number', {}, 1.5],
    ['invalid-number', {}, 101],
  ] as const)('are letters that can be signed: %s', (code, change, order) => {
    expect(when(planned, place('a', order), change).summary).toBe(code);
  });

  it('one in drafting may be placed: it may be ready by then', () => {
    const letters = [letter('a', { phase: 'drafting' })];
    expect(when(planned, place('a', 1), { letters }).summary).toEqual(['LetterPlaced']);
  });
});

describe('attendance', () => {
  const attend = { type: 'RecordAttendance', organisationId: 'base', positionId: 'base-deputy' } as const;
  const instead = { ...attend, substituteFor: 'base-head', mandate: 'M-7' };

  it('records who holds the position, and for whom they come', () => {
    const { type: _, ...data } = instead;
    expect(when(planned, instead).decision).toEqual([
      { type: 'AttendanceRecorded', data: { ...data, personId: 'wang' } },
    ]);
    expect(when(after(plan, instead), instead).summary).toEqual([]);
    expect(when(after(plan, instead), attend).summary).toEqual(['AttendanceRecorded']);
  });

  it('is taken back when somebody does not come', () => {
    const gone = { type: 'RemoveAttendance', positionId: 'base-deputy' } as const;
    expect(when(after(plan, instead), gone).summary).toEqual(['AttendanceRemoved']);
    expect(when(planned, gone).summary).toEqual([]);
  });

  it.each([
    ['unknown-position', { positionId: 'nothing' }],
    ['unknown-position', { substituteFor: 'nothing' }],
    ['unknown-position', { substituteFor: 'base-deputy' }],
    ['position-vacant', { positionId: 'base-empty' }],
    ['text-missing', { mandate: ' ' }],
  ])('is refused: %s %j', (code, change) => {
    expect(when(planned, { ...attend, ...change }).summary).toBe(code);
    const { organisation: _, ...nowhere } = context;
    expect(given(meetingDecider, { facts: planned }).when(attend, nowhere).summary).toBe(
      'unknown-organisation',
    );
  });

  it('a substitute’s signature is planned as theirs', () => {
    const chair = { organisationId: 'district', positionId: 'district-head', personId: 'zhao' };
    const there: MeetingFact = { type: 'AttendanceRecorded', data: chair };
    const facts = [...after(plan, place('a', 1), instead), there];
    expect(when(facts, hold).decision).toMatchObject([
      { type: 'MeetingHeld', data: { on: '2026-12-23' } },
      {
        type: 'LettersReportedSigned',
        data: {
          letters: [
            {
              agreementId: 'a',
              signatures: [
                { partyId: 'base', means: 'ink', positionId: 'base-deputy', mandate: 'M-7' },
                { partyId: 'district', means: 'ink' },
              ],
            },
          ],
        },
      },
    ]);
  });
});

describe('holding a meeting', () => {
  it('reports every open letter signed as planned; again is a repeat', () => {
    expect(when(three, hold).summary).toEqual(['MeetingHeld', 'LettersReportedSigned']);
    expect(when(held, hold).summary).toEqual([]);
  });

  it('not before its day where it is, nor without letters', () => {
    const now = '2026-12-22T15:59:59.999Z';
    expect(when(three, hold, {}, { now }).summary).toBe('meeting-in-future');
    expect(when(three, hold, {}, { now: '2026-12-22T16:00:00.000Z' }).summary).toContain('MeetingHeld');
    expect(when(planned, hold).summary).toBe('no-letters');
  });

  it('gives a letter that cannot be signed its own result, and leaves out what was postponed', () => {
    const postponed = after(plan, place('a', 1), place('b', 2), place('c', 3), {
      type: 'PostponeLetter',
      agreementId: 'c',
      reason: 'Illness.',
    });
    const letters = [letter('a', { phase: 'drafting' }), letter('b')];
    expect(when(postponed, hold, { letters }).decision).toMatchObject([
      { type: 'MeetingHeld' },
      { type: 'LetterNotSigned', data: { agreementId: 'a', code: 'wrong-stage' } },
      { type: 'LettersReportedSigned', data: { letters: [{ agreementId: 'b' }] } },
    ]);
  });

  it('takes each result once', () => {
    const signed = { type: 'RecordOutcome', agreementId: 'a' } as const;
    const refused = { ...signed, refused: { code: 'party-declined', partyId: 'base' } };
    expect(when(held, signed).summary).toEqual(['LetterSigned']);
    expect(when(held, refused).decision).toEqual([
      { type: 'LetterNotSigned', data: { agreementId: 'a', code: 'party-declined', partyId: 'base' } },
    ]);
    expect(when(after(plan, place('a', 1), hold, signed), refused).summary).toEqual([]);
    expect(when(held, { ...signed, agreementId: 'x' }).summary).toBe('letter-not-placed');
  });
});

describe('a letter of its own', () => {
  const postpone = {
    type: 'PostponeLetter',
    agreementId: 'a',
    reason: 'Illness.',
    to: '2026-12-30',
  } as const;
  const postponed = after(plan, place('a', 1), postpone);
  const sign = { type: 'SignLetter', agreementId: 'a', on: '2026-12-30', evidence: 'The page.' } as const;
  const LATER = { now: '2026-12-31T06:00:00.000Z' };

  it('is postponed, and signed a week later', () => {
    expect(when(postponed, postpone).summary).toEqual([]);
    expect(when(postponed, sign, {}, LATER).decision).toMatchObject([
      { type: 'LettersReportedSigned', data: { on: '2026-12-30', evidence: 'The page.' } },
    ]);
  });

  it('is not signed tomorrow, nor twice, nor elsewhere', () => {
    expect(when(postponed, sign).summary).toBe('date-in-future');
    expect(when(held, { type: 'SignLetter', agreementId: 'a' }).summary).toEqual([]);
    expect(when(held, { type: 'SignLetter', agreementId: 'x' }).summary).toBe('letter-not-placed');
    expect(when(held, { ...postpone, agreementId: 'x' }).summary).toBe('letter-not-placed');
    expect(when(held, postpone).summary).toBe('letter-signed');
    expect(when(planned, { type: 'WriteMinutes', text: 'All came.' }).summary).toEqual(['MinutesWritten']);
  });
});

describe('whether a letter is ready', () => {
  const there = (positionId: string, change: Partial<Attendance> = {}): Attendance => ({
    organisationId: 'base',
    positionId,
    personId: 'x',
    ...change,
  });

  it.each([
    ['ready', [], letter('a'), []],
    ['signed', [], letter('a', { parties: [party('base', { signed: true })] }), []],
    ['blocked', ['in-drafting'], letter('a', { phase: 'drafting' }), []],
    ['blocked', ['over'], letter('a', { phase: 'over' }), []],
    ['blocked', ['party-declined'], letter('a', { parties: [party('base', { declined: true })] }), []],
    ['blocked', ['no-signatory'], letter('a', { parties: [party('base', { signatory: undefined })] }), []],
    ['blocked', ['signatory-absent'], letter('a'), [there('base-head')]],
    ['ready', [], letter('a', { parties: [party('base')] }), [there('base-head')]],
    ['ready', [], letter('a', { parties: [party('base')] }), [there('d', { substituteFor: 'base-head' })]],
  ] as const)('%s: %j', (standing, codes, snapshot, attendance) => {
    const readiness = readinessOf(snapshot, attendance);
    expect([readiness.standing, readiness.blockers.map(({ code }) => code)]).toEqual([standing, codes]);
  });

  it('not while nobody holds the position that signs, unless another signs in its place', () => {
    const isHeld = (positionId: string): boolean => positionId !== 'base-head';
    const one = letter('a', { parties: [party('base')] });
    expect(readinessOf(one, [], isHeld)).toEqual({
      standing: 'blocked',
      blockers: [{ code: 'position-vacant', partyId: 'base' }],
    });
    const instead = [there('d', { substituteFor: 'base-head' })];
    expect(readinessOf(one, instead, isHeld).standing).toBe('ready');
    const handedOver = letter('a', { parties: [party('base', { substitute: 'd' })] });
    expect(readinessOf(handedOver, [], isHeld).standing).toBe('ready');
  });
});
