import type { AgreementFact } from '@entente/agreement';
import { chinaCalendar } from '@entente/calendar';

import { AGREEMENT, deadline, history, inSigning, party, proposed, signed } from './example-history.js';
import {
  aboveOf,
  closuresOf,
  daysLeft,
  isStillDue,
  isSuperseded,
  planReminders,
  recipientsOf,
  remindedAgreement,
  whyMoot,
  type RemindedAgreement,
} from './index.js';

const step = { deadlineId: 'signing-5', version: 5, step: 'remind-5' };
const met = { type: 'DeadlineMet', data: { deadlineId: 'signing-5' } } as const;
const cancelled = { type: 'DeadlineCancelled', data: { deadlineId: 'signing-5' } } as const;
const take = (commandId: string) =>
  ({ type: 'EntryRetracted', data: { commandId, reason: 'entered in error' } }) as const;

function agreementOf(events: ReturnType<typeof history>): RemindedAgreement {
  return remindedAgreement(AGREEMENT, events)!;
}

describe('a step is still due', () => {
  test('while its deadline is open', () => {
    expect(isStillDue(step, agreementOf(inSigning()))).toBe(true);
    expect(isStillDue(step, agreementOf(inSigning(signed('north'))))).toBe(true);
  });

  test.each([
    ['deadline-met', inSigning(met)],
    ['deadline-cancelled', inSigning(cancelled)],
    ['superseded', inSigning(deadline({ localDate: '2026-03-23' }))],
    ['entry-retracted', inSigning(take('command-5'))],
    ['entry-retracted', []],
  ])('not any more: %s', (reason, events) => {
    expect(whyMoot(step, remindedAgreement(AGREEMENT, events))).toBe(reason);
  });

  test('again, when its deadline stood still for a while; what was planned of it is not closed', () => {
    const deadlineIds = ['signing-5'];
    const suspended = {
      type: 'DeadlinesSuspended',
      data: { deadlineIds, reason: 'The harvest first.' },
    } as const;
    const day = '2026-03-16';
    const deadlines = [{ deadlineId: 'signing-5', from: day, to: day }];
    const resumed = { type: 'DeadlinesResumed', data: { deadlines } } as const;
    const stopped = inSigning(suspended);
    expect(whyMoot(step, agreementOf(stopped))).toBe('suspended');
    expect(planReminders(agreementOf(stopped), () => chinaCalendar)).toEqual([]);
    expect(closuresOf(AGREEMENT, stopped, () => chinaCalendar)).toEqual([]);
    const again = agreementOf(inSigning(suspended, resumed));
    expect(isStillDue(step, again)).toBe(true);
    expect(planReminders(again, () => chinaCalendar)).toEqual(
      planReminders(agreementOf(inSigning()), () => chinaCalendar),
    );
  });

  test('again, when what met its deadline was taken back', () => {
    expect(isStillDue(step, agreementOf(inSigning(met, take('command-6'))))).toBe(true);
  });
});

describe('whom a step is for', () => {
  test('signing: every signatory, those who have signed held back', () => {
    expect(recipientsOf(step, agreementOf(inSigning(signed('north'))))).toEqual([
      { positionId: 'north-head', heldBack: 'already-signed' },
      { positionId: 'south-head' },
    ]);
  });

  test('a position that signs for two parties is reminded while one of them is open', () => {
    const both = history(
      proposed,
      ...party('north', 'head'),
      ...party('south', 'head'),
      deadline({}),
      signed('north'),
    );
    expect(recipientsOf({ ...step, version: 5 }, agreementOf(both))).toEqual([{ positionId: 'head' }]);
  });

  test('a milestone: the signatory of the party that owns it', () => {
    const planned = {
      type: 'MilestonePlanned',
      data: {
        milestoneId: 'm1',
        kind: 'research',
        title: { en: 'Report' },
        ownerPartyId: 'south',
        dueOn: '2026-06-30',
      },
    } as const;
    const due = deadline({ deadlineId: 'milestone-m1', kind: 'milestone', subject: 'm1' });
    const agreement = agreementOf(inSigning(planned, due));
    expect(recipientsOf({ ...step, deadlineId: 'milestone-m1' }, agreement)).toEqual([
      { positionId: 'south-head' },
    ]);
  });

  test.each(['drafting', 'review'])('%s: the position it was proposed from', (subject) => {
    const agreement = agreementOf(history(proposed, deadline({ deadlineId: 'd', subject })));
    expect(recipientsOf({ ...step, deadlineId: 'd' }, agreement)).toEqual([
      { positionId: 'desk-1', atDesk: true },
    ]);
  });

  test('nobody, when no position is known', () => {
    const events = history(proposed, deadline({ subject: 'review' })).map(
      ({ actingAs: _, ...event }) => event,
    );
    expect(recipientsOf(step, remindedAgreement(AGREEMENT, events)!)).toEqual([]);
    expect(recipientsOf({ ...step, deadlineId: 'unknown' }, agreementOf(inSigning()))).toEqual([]);
  });
});

describe('after an outage', () => {
  const plan = planReminders(agreementOf(inSigning()), () => chinaCalendar);

  test('only the last step that is due goes out', () => {
    const superseded = plan.map((planned) => isSuperseded(planned, plan, '2026-03-12T01:00:00.000Z'));
    expect(superseded.slice(0, 3)).toEqual([true, false, false]);
    expect(plan.map((planned) => isSuperseded(planned, plan, '2026-12-31T01:00:00.000Z'))).toEqual([
      ...[true, true, false],
      // The end of the day and what goes up stand for themselves.
      ...[false, false, false, false],
    ]);
  });

  test('the days left are counted from today, past the due date downwards', () => {
    const due = { localDate: '2026-03-16', zone: 'Asia/Shanghai' };
    expect(daysLeft(due, '2026-03-12T01:00:00.000Z')).toBe(4);
    expect(daysLeft(due, '2026-03-16T15:59:59.999Z')).toBe(0);
    expect(daysLeft(due, '2026-03-16T16:00:00.000Z')).toBe(-1);
  });
});

describe('what a deadline’s end closes', () => {
  test('nothing while every deadline is open', () => {
    expect(closuresOf(AGREEMENT, inSigning(), () => chinaCalendar)).toEqual([]);
  });

  test.each([
    ['deadline-met', inSigning(met)],
    ['deadline-cancelled', inSigning(cancelled)],
    ['superseded', inSigning(deadline({ localDate: '2026-03-23' }))],
    ['entry-retracted', inSigning(take('command-5'))],
    ['entry-retracted', inSigning(take('command-0'))],
  ])('%s: every step it had', (reason, events) => {
    expect(closuresOf(AGREEMENT, events, () => chinaCalendar)).toEqual([
      {
        type: 'CloseReminders',
        deadlineId: 'signing-5',
        version: 5,
        reason,
        steps: [
          ...['remind-5', 'remind-2', 'on-the-day'],
          ...['escalate-representative', 'escalate-desk', 'escalate-head'],
        ],
      },
    ]);
  });

  test('nothing for a deadline that had no steps', () => {
    const silent = deadline({ remind: { workingDaysBefore: [], onTheDay: false, escalate: [] } });
    expect(closuresOf(AGREEMENT, history(proposed, silent, met), () => chinaCalendar)).toEqual([]);
  });
});

describe('what stands above a missed deadline', () => {
  const step = { deadlineId: 'signing-5', version: 5, step: 'escalate-representative' };

  it('is whoever speaks for the parties that have not signed', () => {
    const agreement = remindedAgreement(AGREEMENT, inSigning(signed('north')))!;
    expect(aboveOf(step, 'representative', agreement)).toEqual({ to: 'representative', partyIds: ['south'] });
    expect(aboveOf(step, 'desk', agreement)).toEqual({ to: 'desk' });
  });

  it('is whoever speaks for the owner of a milestone', () => {
    const due = deadline({ deadlineId: 'milestone-m1', kind: 'milestone', subject: 'm1' });
    const planned = {
      type: 'MilestonePlanned',
      data: {
        milestoneId: 'm1',
        kind: 'research',
        title: { en: 'Soil' },
        ownerPartyId: 'north',
        dueOn: '2026-03-16',
      },
    } as const;
    const agreement = remindedAgreement(AGREEMENT, inSigning(planned, due))!;
    expect(aboveOf({ ...step, deadlineId: 'milestone-m1' }, 'representative', agreement)).toEqual({
      to: 'representative',
      partyIds: ['north'],
    });
  });
});

test('that a day was over stays known when an agreement that expired is taken up again', () => {
  const missed = { type: 'DeadlineMissed', data: { deadlineId: 'signing-5' } } as const;
  const retracted = { type: 'EntryRetracted', data: { commandId: 'command-6', reason: 'x' } } as const;
  const of = (...facts: AgreementFact[]): boolean | undefined =>
    remindedAgreement(AGREEMENT, inSigning(...facts))?.deadlines[0]?.missed;
  expect(of()).toBe(false);
  expect(of(missed)).toBe(true);
  expect(of(missed, retracted)).toBe(true);
  expect(of(missed, deadline({ localDate: '2026-04-16' }))).toBe(false);
});
