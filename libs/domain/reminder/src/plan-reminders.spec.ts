import { chinaCalendar, dayStatus, localDateOf } from '@entente/calendar';
import fc from 'fast-check';

import { AGREEMENT, deadline, history, inSigning, PROPOSED_AT, proposed } from './example-history.js';
import {
  effectivePolicy,
  kindOf,
  MAX_DEADLINES,
  MAX_STEPS,
  PLATFORM_POLICY,
  planReminders,
  remindedAgreement,
  type OwnPolicy,
  type PlannedReminder,
} from './index.js';

function wholePlanOf(events: ReturnType<typeof history>): readonly PlannedReminder[] {
  const agreement = remindedAgreement(AGREEMENT, events);
  return agreement ? planReminders(agreement, () => chinaCalendar) : [];
}

/** Its reminders alone. */
function planOf(events: ReturnType<typeof history>): readonly PlannedReminder[] {
  return wholePlanOf(events).filter(({ kind }) => kind === 'remind');
}

const steps = (plan: readonly PlannedReminder[]): string[] => plan.map(({ step, at }) => `${step} ${at}`);

test('steps go out at nine o’clock in the deadline’s zone, in working days before it and on the day', () => {
  expect(planOf(inSigning())).toEqual([
    expect.objectContaining({ step: 'remind-5', localDate: '2026-03-09', at: '2026-03-09T01:00:00.000Z' }),
    expect.objectContaining({ step: 'remind-2', localDate: '2026-03-12', at: '2026-03-12T01:00:00.000Z' }),
    expect.objectContaining({ step: 'on-the-day', localDate: '2026-03-16', at: '2026-03-16T01:00:00.000Z' }),
  ]);
});

test('a step bears the revision its deadline was set at', () => {
  expect(planOf(inSigning())[0]).toMatchObject({
    agreementId: AGREEMENT,
    deadlineId: 'signing-5',
    version: 5,
  });
});

test('a deadline set anew replaces its steps and raises their version', () => {
  const plan = planOf(inSigning(deadline({ localDate: '2026-03-23', dueAt: '2026-03-23T16:00:00.000Z' })));
  expect(plan.map(({ version }) => version)).toEqual([6, 6, 6]);
  expect(plan.at(-1)?.localDate).toBe('2026-03-23');
});

test('the five days before a due date after Spring Festival lie before it', () => {
  const plan = planOf(
    history(
      proposed,
      deadline({ localDate: '2027-02-10', remind: { workingDaysBefore: [5], onTheDay: false } }),
    ),
  );
  expect(steps(plan).slice(-1)).toEqual(['remind-5 2027-02-01T01:00:00.000Z']);
});

test('steps whose time had passed when the deadline was set are left out', () => {
  const soon = deadline({ localDate: '2026-03-03', dueAt: '2026-03-03T16:00:00.000Z' });
  expect(steps(planOf(history(proposed, soon)))).toEqual(['on-the-day 2026-03-03T01:00:00.000Z']);
});

test('a step at the very moment the deadline was set is left out', () => {
  const today = deadline({ localDate: '2026-03-02', dueAt: '2026-03-02T16:00:00.000Z' });
  expect(planOf(history(proposed, today))).toEqual([]);
});

test.each(['DeadlineMet', 'DeadlineCancelled'] as const)('nothing is planned after %s', (type) => {
  expect(planOf(inSigning({ type, data: { deadlineId: 'signing-5' } }))).toEqual([]);
});

test('a retracted DeadlineMet brings the plan back', () => {
  const met = { type: 'DeadlineMet', data: { deadlineId: 'signing-5' } } as const;
  const retracted = {
    type: 'EntryRetracted',
    data: { commandId: 'command-6', reason: 'wrong letter' },
  } as const;
  expect(planOf(inSigning(met, retracted))).toEqual(planOf(inSigning()));
});

test('what is no number of days before is left out, the same day twice is one step', () => {
  const odd = deadline({ remind: { workingDaysBefore: [2, 2, 0, -1, 1.5, 9999], onTheDay: false } });
  expect(planOf(history(proposed, odd)).map(({ step }) => step)).toEqual(['remind-2']);
});

test('of too many steps those nearest to the due date are kept', () => {
  const many = deadline({
    localDate: '2026-09-01',
    remind: { workingDaysBefore: Array.from({ length: 30 }, (_, index) => index + 1), onTheDay: true },
  });
  const plan = planOf(history(proposed, many));
  expect(plan).toHaveLength(MAX_STEPS);
  expect(plan.at(-1)?.step).toBe('on-the-day');
});

test('of too many deadlines those due first are kept', () => {
  const many = Array.from({ length: MAX_DEADLINES + 5 }, (_, index) =>
    deadline({
      deadlineId: `milestone-${index}`,
      dueAt: `2026-03-16T16:00:${String(index % 60).padStart(2, '0')}.000Z`,
    }),
  );
  expect(new Set(planOf(history(proposed, ...many)).map(({ deadlineId }) => deadlineId)).size).toBe(
    MAX_DEADLINES,
  );
});

test('a plan is in order, ahead of its setting, on local nine o’clock, each step once', () => {
  const policy = fc.record({
    workingDaysBefore: fc.array(fc.integer({ min: -3, max: 40 }), { maxLength: 20 }),
    onTheDay: fc.boolean(),
  });
  const day = fc
    .integer({ min: 0, max: 500 })
    .map((days) => Temporal.PlainDate.from('2026-03-02').add({ days }).toString());
  const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'UTC', 'Pacific/Apia');
  const deadlines = fc.array(fc.record({ localDate: day, zone, remind: policy }), { maxLength: 6 });
  fc.assert(
    fc.property(deadlines, (all) => {
      const facts = all.map((one, index) => deadline({ ...one, deadlineId: `milestone-${index}` }));
      const plan = planOf(history(proposed, ...facts));
      expect(plan.map(({ at }) => at)).toEqual(plan.map(({ at }) => at).sort());
      expect(new Set(plan.map(({ deadlineId, step }) => `${deadlineId}/${step}`)).size).toBe(plan.length);
      for (const { deadlineId, step, at, localDate } of plan) {
        const set = facts.find(({ data }) => data.deadlineId === deadlineId)!.data;
        expect(at > PROPOSED_AT).toBe(true);
        expect(localDateOf(at, set.zone)).toBe(localDate);
        expect(Temporal.Instant.from(at).toZonedDateTimeISO(set.zone).hour).toBe(9);
        if (step !== 'on-the-day') expect(dayStatus(chinaCalendar, localDate).working).toBe(true);
      }
    }),
  );
});

test('the day’s end is a step of its own, then the deadline goes up level by level', () => {
  const after = wholePlanOf(inSigning()).filter(({ kind }) => kind !== 'remind');
  expect(after.map(({ step, kind, at }) => `${kind} ${step} ${at}`)).toEqual([
    'elapse elapse 2026-03-16T16:00:00.000Z',
    'escalate escalate-representative 2026-03-18T01:00:00.000Z',
    'escalate escalate-desk 2026-03-23T01:00:00.000Z',
    'escalate escalate-head 2026-03-30T01:00:00.000Z',
  ]);
});

test('what the desk owes goes past the desk at once', () => {
  const drafting = deadline({ deadlineId: 'drafting-1', subject: 'drafting' });
  const levels = wholePlanOf(history(proposed, drafting)).flatMap(({ level }) => level ?? []);
  expect(levels).toEqual(['head']);
});

test('a deadline has its end whenever it was set', () => {
  const late = deadline({ localDate: '2026-02-02', dueAt: '2026-02-02T16:00:00.000Z' });
  expect(wholePlanOf(history(proposed, late)).map(({ step }) => step)).toEqual(['elapse']);
});

test('offsets after the due date and repeats go on, each day once', () => {
  const remind = {
    workingDaysBefore: [],
    onTheDay: true,
    daysBefore: [7],
    workingDaysAfter: [1],
    daysAfter: [1, 4],
    repeat: { every: 5, count: 'working', times: 3 },
    escalate: [],
  } as const;
  expect(steps(planOf(inSigning(deadline({ remind }))))).toEqual([
    'remind-7d 2026-03-09T01:00:00.000Z',
    'on-the-day 2026-03-16T01:00:00.000Z',
    // After one day of either kind it is Tuesday.
    'after-1 2026-03-17T01:00:00.000Z',
    'after-4d 2026-03-20T01:00:00.000Z',
    'repeat-1 2026-03-23T01:00:00.000Z',
    'repeat-2 2026-03-30T01:00:00.000Z',
    'repeat-3 2026-04-07T01:00:00.000Z',
  ]);
});

test('under any policy no deadline reminds twice on one day, and no more often than the cap', () => {
  const days = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 12 });
  const policy = fc.record({
    workingDaysBefore: days,
    onTheDay: fc.boolean(),
    daysBefore: days,
    workingDaysAfter: days,
    daysAfter: days,
    repeat: fc.record({
      every: fc.integer({ min: 1, max: 90 }),
      count: fc.constantFrom('working' as const, 'calendar' as const),
      times: fc.integer({ min: 0, max: 40 }),
    }),
  });
  fc.assert(
    fc.property(policy, (remind) => {
      const plan = planOf(history(proposed, deadline({ remind })));
      expect(new Set(plan.map(({ localDate }) => localDate)).size).toBe(plan.length);
      expect(new Set(plan.map(({ step }) => step)).size).toBe(plan.length);
      expect(plan.length).toBeLessThanOrEqual(MAX_STEPS);
      for (const { kind, step } of plan) expect(kindOf(step)).toBe(kind);
    }),
  );
});

test('each value of a policy says where it comes from', () => {
  const policy = effectivePolicy({ workingDaysBefore: [3], onTheDay: false }, 'letter-of-intent@1');
  expect(policy.workingDaysBefore).toEqual({
    value: [3],
    origin: { level: 'definition', definition: 'letter-of-intent@1' },
  });
  expect(policy.onTheDay.value).toBe(false);
  expect(policy.escalate).toEqual({ value: PLATFORM_POLICY.escalate, origin: { level: 'platform' } });
});

describe('under a policy of the agreement’s own', () => {
  const planUnder = (policy: OwnPolicy['policy'], at: string): readonly PlannedReminder[] => {
    const own = { stage: { policy, by: 'ana', at } };
    return planReminders(remindedAgreement(AGREEMENT, inSigning())!, () => chinaCalendar, own);
  };

  test('what it says replaces what the definition says, and nothing else', () => {
    const plan = planUnder({ workingDaysBefore: [3], escalate: [] }, '2026-03-03T01:00:00.000Z');
    expect(plan.map(({ step }) => step)).toEqual(['remind-3', 'on-the-day', 'elapse']);
  });

  test('what it adds begins with it, and what was planned before stays as it was', () => {
    const plan = planUnder({ workingDaysBefore: [5, 4, 1], escalate: [] }, '2026-03-12T01:00:00.000Z');
    expect(plan.map(({ step }) => step)).toEqual(['remind-5', 'remind-1', 'on-the-day', 'elapse']);
  });

  test('each value says who set it and when, or who did not', () => {
    const own = { policy: { onTheDay: false }, by: 'ana', at: '2026-03-12T01:00:00.000Z' };
    const policy = effectivePolicy({ workingDaysBefore: [3], onTheDay: true }, 'letter-of-intent@1', own);
    expect(policy.onTheDay).toEqual({
      value: false,
      origin: { level: 'agreement', by: 'ana', at: own.at },
    });
    expect(policy.workingDaysBefore.origin).toEqual({
      level: 'definition',
      definition: 'letter-of-intent@1',
    });
    expect(policy.repeat.origin).toEqual({ level: 'platform' });
  });
});
