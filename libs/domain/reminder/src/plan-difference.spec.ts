import { chinaCalendar } from '@entente/calendar';

import { AGREEMENT, deadline, inSigning } from './example-history.js';
import { planDifference, planReminders, remindedAgreement, toldDifference } from './index.js';

const planOf = (
  history: ReturnType<typeof inSigning>,
  ...own: readonly Parameters<typeof planReminders>[2][]
) => planReminders(remindedAgreement(AGREEMENT, history)!, () => chinaCalendar, ...own);
const linesOf = (changes: ReturnType<typeof planDifference>) =>
  changes.map(({ planned: { step, at }, change, was }) => [step, change, at.slice(0, 10), was?.slice(0, 10)]);

describe('the difference between two plans', () => {
  const before = planOf(inSigning());

  test('is none between a plan and itself', () => {
    expect(planDifference(before, before).map(({ change }) => change)).toEqual(before.map(() => 'same'));
    expect(planDifference([], [])).toEqual([]);
  });

  test('says which step is on which other day when the deadline is moved', () => {
    const moved = deadline({ localDate: '2026-03-17', dueAt: '2026-03-17T16:00:00.000Z' });
    expect(linesOf(planDifference(before, planOf(inSigning(moved)))).slice(0, 4)).toEqual([
      ['remind-5', 'moved', '2026-03-10', '2026-03-09'],
      ['remind-2', 'moved', '2026-03-13', '2026-03-12'],
      ['on-the-day', 'moved', '2026-03-17', '2026-03-16'],
      ['elapse', 'moved', '2026-03-17', '2026-03-16'],
    ]);
  });

  test('says what another policy adds and takes away', () => {
    const policy = { workingDaysBefore: [3], escalate: [] };
    const after = planOf(inSigning(), { stage: { policy, by: 'ana', at: '2026-03-02T02:00:00.000Z' } });
    const changes = linesOf(planDifference(before, after)).map(([step, change]) => `${step} ${change}`);
    expect(changes).toEqual([
      'remind-5 removed',
      'remind-3 added',
      'remind-2 removed',
      'on-the-day same',
      'elapse same',
      'escalate-representative removed',
      'escalate-desk removed',
      'escalate-head removed',
    ]);
  });
});

describe('whom one step tells before and after a change', () => {
  const told = { positionId: 'base-head', heldBack: null };
  const muted = { positionId: 'base-head', heldBack: 'muted' } as const;
  const other = { positionId: 'district-head', heldBack: null };

  test.each([
    ['same', [told, other], [other, told]],
    ['same', [muted], [muted]],
    ['same', [], [muted]],
    ['held-back', [told, other], [muted, other]],
    ['held-back', [told], []],
    ['told', [muted], [told]],
    ['told', [told], [told, other]],
    // Whoever hears no more of it is what matters.
    ['held-back', [told, { ...other, heldBack: 'muted' as const }], [muted, other]],
  ] as const)('is %s', (difference, before, after) => {
    expect(toldDifference(before, after)).toBe(difference);
  });
});
