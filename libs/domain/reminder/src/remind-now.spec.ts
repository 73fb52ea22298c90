import { chinaCalendar } from '@entente/calendar';
import { given, type PastEntry } from '@entente/event-sourcing';

import { AGREEMENT, deadline, inSigning } from './example-history.js';
import {
  closuresOf,
  planReminders,
  remindedAgreement,
  remindersDecider,
  type ReminderFact,
} from './index.js';

const NOW = '2026-03-10T06:00:00.000Z';
const command = { type: 'RemindNow', deadlineId: 'signing-5' } as const;
const requested: ReminderFact = {
  type: 'ReminderRequested',
  data: { deadlineId: 'signing-5', version: 5, step: 'now-1' },
};
const sent = (version: number): ReminderFact => ({
  type: 'ReminderSent',
  data: {
    ...{ deadlineId: 'signing-5', version, step: 'remind-5', positionId: 'north-head', personId: 'ana' },
    ...{ channel: 'email', messageId: '<1@entente.example>', plannedAt: NOW },
  },
});
const past = (now: string, ...facts: readonly ReminderFact[]): PastEntry<ReminderFact> => ({
  facts,
  at: { now },
});
const when = (history: ReturnType<typeof inSigning>, ...entries: readonly PastEntry<ReminderFact>[]) => {
  const agreement = remindedAgreement(AGREEMENT, history);
  const context = { zone: 'Asia/Shanghai', ...(agreement ? { agreement } : {}) };
  return given(remindersDecider, ...entries).when(command, context, { now: NOW });
};

describe('a reminder that somebody asks for', () => {
  test('is a step of the open deadline, and planned for now', () => {
    const { decision, state } = when(inSigning());
    expect(decision).toEqual([requested]);
    const plan = planReminders(
      remindedAgreement(AGREEMENT, inSigning())!,
      () => chinaCalendar,
      state.policies,
    );
    expect(plan.find(({ step }) => step === 'now-1')).toMatchObject({
      ...{ deadlineId: 'signing-5', version: 5, kind: 'remind', at: NOW, localDate: '2026-03-10' },
    });
  });

  test('is one a day, whoever asked and whatever reminded of it', () => {
    const today = '2026-03-09T16:00:00.000Z';
    expect(when(inSigning(), past(today, requested)).summary).toBe('reminded-today');
    expect(when(inSigning(), past(today, sent(5))).summary).toBe('reminded-today');
  });

  test('is the next one on another day', () => {
    const yesterday = '2026-03-09T15:59:59.999Z';
    expect(when(inSigning(), past(yesterday, requested, sent(5))).decision).toMatchObject([
      { data: { step: 'now-2' } },
    ]);
  });

  test('is of a deadline that is open and runs', () => {
    const met = { type: 'DeadlineMet', data: { deadlineId: 'signing-5' } } as const;
    const stopped = {
      type: 'DeadlinesSuspended',
      data: { deadlineIds: ['signing-5'], reason: 'x' },
    } as const;
    expect(when([]).summary).toBe('unknown-deadline');
    expect(when(inSigning(met)).summary).toBe('unknown-deadline');
    expect(when(inSigning(stopped)).summary).toBe('deadline-suspended');
  });

  test('ends with its deadline as it was set', () => {
    const { state } = when(inSigning());
    const anew = inSigning(deadline({ localDate: '2026-03-23', dueAt: '2026-03-23T16:00:00.000Z' }));
    const plan = planReminders(remindedAgreement(AGREEMENT, anew)!, () => chinaCalendar, state.policies);
    expect(plan.map(({ step }) => step)).not.toContain('now-1');
    expect(closuresOf(AGREEMENT, anew, () => chinaCalendar, state.policies)).toMatchObject([
      { version: 5, reason: 'superseded', steps: expect.arrayContaining(['now-1']) },
    ]);
  });
});
