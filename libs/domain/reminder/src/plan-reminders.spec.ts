import { chinaCalendar, dayStatus, localDateOf } from '@entente/calendar';
import fc from 'fast-check';

import { AGREEMENT, deadline, history, inSigning, PROPOSED_AT, proposed } from './example-history.js';
import { MAX_DEADLINES, MAX_STEPS, planReminders, remindedAgreement, type PlannedReminder } from './index.js';

function planOf(events: ReturnType<typeof history>): readonly PlannedReminder[] {
  const agreement = remindedAgreement(AGREEMENT, events);
  return agreement ? planReminders(agreement, () => chinaCalendar) : [];
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
  expect(steps(plan)).toEqual(['remind-5 2027-02-01T01:00:00.000Z']);
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
