import { given } from '@entente/event-sourcing';

import { AGREEMENT, inSigning, signed } from './example-history.js';
import {
  remindedAgreement,
  remindersDecider,
  type AnswerCommand,
  type AnswerContext,
  type ReminderFact,
} from './index.js';

const deadlineId = 'signing-5';
const NOW = { now: '2026-03-09T02:00:00.000Z' };
const agreement = remindedAgreement(AGREEMENT, inSigning())!;
const ana = { positionId: 'north-head', personId: 'ana', via: 'link' } as const;
const posts = [
  { positionId: 'north-head', isFilled: true },
  { positionId: 'north-clerk', isFilled: true },
  { positionId: 'north-empty', isFilled: false },
];
const asAna: AnswerContext = { agreement, answerer: ana, posts };
const asDesk: AnswerContext = { agreement, posts };

const acknowledge: AnswerCommand = { type: 'AcknowledgeReminder', deadlineId };
const snooze = (until: string): AnswerCommand => ({ type: 'SnoozeReminder', deadlineId, until });
const notMine: AnswerCommand = { type: 'HandOverDuty', deadlineId, word: 'Ask the clerk.' };
const toClerk: AnswerCommand = { type: 'HandOverDuty', deadlineId, toPositionId: 'north-clerk' };
const told: AnswerCommand = {
  type: 'RecordTold',
  deadlineId,
  positionId: 'north-head',
  personId: 'ana',
  means: 'phone',
  toldAt: '2026-03-09T01:30:00.000Z',
};

/** What is decided after these commands of the same people, each an entry of its own. */
function decided(
  command: AnswerCommand,
  context: AnswerContext,
  ...before: readonly (readonly [AnswerCommand, AnswerContext])[]
) {
  const entries: { facts: readonly ReminderFact[] }[] = [];
  for (const [earlier, its] of before)
    entries.push({
      facts: given(remindersDecider, ...entries).when(earlier, its, NOW).decision as ReminderFact[],
    });
  return given(remindersDecider, ...entries).when(command, context, NOW);
}

describe('an answer to a reminder', () => {
  const about = { deadlineId, version: 5 };

  test('is recorded with whose it is and by which way it came', () => {
    expect(decided(acknowledge, asAna).decision).toEqual([
      { type: 'ReminderAcknowledged', data: { ...about, ...ana } },
    ]);
    expect(decided(snooze('2026-03-12'), asAna).decision).toEqual([
      { type: 'ReminderSnoozed', data: { ...about, ...ana, until: '2026-03-12' } },
    ]);
    expect(decided(notMine, asAna).decision).toEqual([
      { type: 'DutyHandedOver', data: { ...about, ...ana, word: 'Ask the clerk.' } },
    ]);
  });

  test('given twice is the same answer', () => {
    for (const answer of [acknowledge, snooze('2026-03-12'), notMine, toClerk])
      expect(decided(answer, asAna, [answer, asAna]).summary).toEqual([]);
  });

  test('can be followed by another one, which counts', () => {
    expect(decided(snooze('2026-03-12'), asAna, [acknowledge, asAna]).summary).toEqual(['ReminderSnoozed']);
    expect(decided(snooze('2026-03-13'), asAna, [snooze('2026-03-12'), asAna]).summary).toEqual([
      'ReminderSnoozed',
    ]);
  });

  test('is refused to whoever is not reminded, and of what is not asked', () => {
    for (const answer of [acknowledge, snooze('2026-03-12'), notMine])
      expect(decided(answer, asDesk).summary).toBe('not-their-duty');
    const signedAlready = remindedAgreement(AGREEMENT, inSigning(signed('north')))!;
    expect(decided(notMine, { ...asAna, agreement: signedAlready }).summary).toBe('not-their-duty');
    for (const answer of [acknowledge, told])
      expect(decided({ ...answer, deadlineId: 'signing-6' }, asAna).summary).toBe('unknown-deadline');
    expect(decided(acknowledge, {}).summary).toBe('unknown-deadline');
  });

  test('comes too late when the deadline has ended or was set anew', () => {
    const ended = remindedAgreement(AGREEMENT, inSigning({ type: 'DeadlineMet', data: { deadlineId } }))!;
    for (const answer of [acknowledge, snooze('2026-03-12'), notMine, told])
      expect(decided(answer, { ...asAna, agreement: ended }).summary).toBe('deadline-ended');
    expect(decided({ type: 'AcknowledgeReminder', deadlineId, version: 4 }, asAna).summary).toBe(
      'deadline-set-anew',
    );
  });
});

describe('another day', () => {
  test.each(['2026-03-10', '2026-03-16'])('%s can be named: from tomorrow to the day itself', (until) => {
    expect(decided(snooze(until), asAna).summary).toEqual(['ReminderSnoozed']);
  });

  test.each(['2026-03-09', '2026-03-17', '2025-03-12', ''])('%s cannot', (until) => {
    expect(decided(snooze(until), asAna).decision).toMatchObject({
      refused: {
        code: 'date-out-of-range',
        field: 'until',
        facts: { first: '2026-03-10', last: '2026-03-16' },
      },
    });
  });
});

describe('a duty that is somebody else’s', () => {
  test('goes to a position of the same organisation that somebody fills', () => {
    expect(decided(toClerk, asAna).decision).toEqual([
      {
        type: 'DutyHandedOver',
        data: { deadlineId, version: 5, ...ana, toPositionId: 'north-clerk' },
      },
    ]);
    const to = (toPositionId: string): AnswerCommand => ({ type: 'HandOverDuty', deadlineId, toPositionId });
    expect(decided(to('north-empty'), asAna).summary).toBe('position-vacant');
    expect(decided(to('south-head'), asAna).summary).toBe('unknown-position');
  });

  test('is found its place by those who look after the agreement, and may stay where it was', () => {
    const assign = (toPositionId?: string): AnswerCommand => ({
      type: 'HandOverDuty',
      deadlineId,
      positionId: 'north-head',
      ...(toPositionId === undefined ? {} : { toPositionId }),
    });
    for (const position of ['north-clerk', 'north-head']) {
      const { decision } = decided(assign(position), asDesk, [notMine, asAna]);
      expect(decision).toEqual([
        {
          type: 'DutyHandedOver',
          data: { deadlineId, version: 5, positionId: 'north-head', via: 'page', toPositionId: position },
        },
      ]);
    }
    expect(decided(assign(), asDesk, [notMine, asAna]).summary).toBe('unknown-position');
  });

  test('takes a word of a certain length', () => {
    const say = (word: string): AnswerCommand => ({ type: 'HandOverDuty', deadlineId, word });
    expect(decided(say(' '), asAna).summary).toBe('text-missing');
    expect(decided(say('字'.repeat(501)), asAna).summary).toBe('text-too-long');
    expect(decided(say('a\u0000b'), asAna).summary).toBe('malformed-text');
  });
});

describe('somebody who was told by hand', () => {
  test('is recorded once, with the moment as the log writes it', () => {
    const { decision } = decided({ ...told, toldAt: '2026-03-09T09:30:00+08:00' }, asDesk);
    expect(decision).toEqual([
      {
        type: 'ToldByHand',
        data: {
          deadlineId,
          version: 5,
          positionId: 'north-head',
          personId: 'ana',
          means: 'phone',
          toldAt: '2026-03-09T01:30:00.000Z',
          promised: false,
        },
      },
    ]);
    expect(decided(told, asDesk, [told, asDesk]).summary).toEqual([]);
  });

  test('counts as reminded at that moment', () => {
    expect(decided(told, asDesk).state.told).toEqual({ 'signing-5|5|ana': '2026-03-09T01:30:00.000Z' });
    const earlier = { ...told, toldAt: '2026-03-06T01:30:00.000Z' } as AnswerCommand;
    expect(decided(earlier, asDesk, [told, asDesk]).state.told).toEqual({
      'signing-5|5|ana': '2026-03-09T01:30:00.000Z',
    });
  });

  test('was not told in the future, at no moment, or for a position that is not reminded', () => {
    const wrong = (change: object) => decided({ ...told, ...change }, asDesk).summary;
    expect(wrong({ toldAt: '2026-03-09T02:00:00.001Z' })).toBe('date-in-future');
    expect(wrong({ toldAt: 'yesterday' })).toBe('invalid-moment');
    expect(wrong({ positionId: 'north-clerk' })).toBe('not-their-duty');
    expect(wrong({ note: '' })).toBe('text-missing');
  });
});
