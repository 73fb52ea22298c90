import { chinaCalendar } from '@entente/calendar';
import { stamp, stateOf } from '@entente/event-sourcing';

import { AGREEMENT, inSigning } from './example-history.js';
import {
  deadlineOf,
  planReminders,
  recipientsOf,
  remindedAgreement,
  remindersDecider,
  whyAnswered,
  type ReminderFact,
  type Reminders,
} from './index.js';

const agreement = remindedAgreement(AGREEMENT, inSigning())!;
const deadline = deadlineOf({ deadlineId: 'signing-5', version: 5, step: '' }, agreement)!;
const about = { deadlineId: 'signing-5', version: 5 };
const ana = { positionId: 'north-head', personId: 'ana' };
const bo = { positionId: 'south-head', personId: 'bo' };

function after(...facts: readonly (readonly [ReminderFact, string])[]): Reminders {
  return stateOf(
    remindersDecider,
    facts.flatMap(([fact, now], index) =>
      stamp([fact], { now, actor: 'ana', commandId: String(index), nextRevision: index }),
    ),
  );
}

const acknowledged = (at: string): readonly [ReminderFact, string] => [
  { type: 'ReminderAcknowledged', data: { ...about, ...ana, via: 'link' } },
  at,
];
const snoozed = (until: string): readonly [ReminderFact, string] => [
  { type: 'ReminderSnoozed', data: { ...about, ...ana, via: 'link', until } },
  '2026-03-09T02:00:00.000Z',
];
const handedOver = (toPositionId?: string): readonly [ReminderFact, string] => [
  {
    type: 'DutyHandedOver',
    data: { ...about, ...ana, via: 'link', ...(toPositionId === undefined ? {} : { toPositionId }) },
  },
  '2026-03-09T02:00:00.000Z',
];

const planOf = (reminders: Reminders) =>
  planReminders(agreement, () => chinaCalendar, reminders.policies, reminders);
const linesOf = (reminders: Reminders): string[] =>
  planOf(reminders).map(({ step, localDate }) => `${localDate} ${step}`);

/** Which steps a person is not reminded of, each asked at its own time. */
function heldBack(reminders: Reminders, person: typeof ana): string[] {
  const plan = planOf(reminders);
  return plan.flatMap((step) => {
    const why = whyAnswered(
      { step, plan, deadline, recipient: person, reminders, now: step.at },
      person.personId,
    );
    return why === undefined ? [] : [`${step.step} ${why}`];
  });
}

describe('whoever answered', () => {
  test('is not reminded while they are on it, but for the last reminder before the day and what is late', () => {
    const reminders = after(acknowledged('2026-03-04T02:00:00.000Z'));
    expect(heldBack(reminders, ana)).toEqual(['remind-5 acknowledged', 'remind-2 acknowledged']);
    expect(heldBack(reminders, bo)).toEqual([]);
    const plan = planOf(reminders);
    const late = { step: plan[0]!, plan, deadline, recipient: ana, reminders, now: deadline.dueAt };
    expect(whyAnswered(late, 'ana')).toBeUndefined();
  });

  test('is reminded again on the day they named, and not before', () => {
    const reminders = after(snoozed('2026-03-13'));
    expect(linesOf(reminders).slice(0, 4)).toEqual([
      '2026-03-09 remind-5',
      '2026-03-12 remind-2',
      '2026-03-13 again-2026-03-13',
      '2026-03-16 on-the-day',
    ]);
    expect(heldBack(reminders, ana)).toEqual(['remind-5 snoozed', 'remind-2 snoozed']);
    const again = planOf(reminders).find(({ step }) => step.startsWith('again'))!;
    expect(recipientsOf(again, agreement, reminders)).toEqual([{ positionId: 'north-head' }]);
    expect(again.at).toBe('2026-03-13T01:00:00.000Z');
  });

  test('named another day: only the last one counts', () => {
    const reminders = after(snoozed('2026-03-11'), snoozed('2026-03-13'));
    expect(linesOf(reminders).filter((line) => line.includes('again'))).toEqual([
      '2026-03-13 again-2026-03-13',
    ]);
  });

  test('takes from nobody else the last reminder before the day', () => {
    const [plain, withAgain] = [after(), after(snoozed('2026-03-16'))].map((reminders) => {
      const policies = { stage: { policy: { onTheDay: false }, by: 'x', at: deadline.setAt } };
      const said = { ...reminders, policies };
      return heldBack(
        { ...said, answers: { ...said.answers, 'signing-5|5|bo': { kind: 'acknowledged', at: '' } } },
        bo,
      );
    });
    expect(withAgain).toEqual(plain);
    expect(plain).toEqual(['remind-5 acknowledged']);
  });

  test('said that it is not theirs: until somebody has found out whose it is', () => {
    expect(heldBack(after(handedOver()), ana)).toEqual(['remind-5 not-theirs', 'remind-2 not-theirs']);
    expect(heldBack(after(handedOver(), handedOver('north-head')), ana)).toEqual([]);
  });
});

describe('a word to somebody further up', () => {
  const escalations = (reminders: Reminders): string[] =>
    linesOf(reminders).filter((line) => line.includes('escalate'));

  const PLAIN = [
    '2026-03-18 escalate-representative',
    '2026-03-23 escalate-desk',
    '2026-03-30 escalate-head',
  ];

  test('comes at its time while nobody has taken it on, or did so long before', () => {
    expect(escalations(after())).toEqual(PLAIN);
    expect(escalations(after(acknowledged('2026-03-04T02:00:00.000Z')))).toEqual(PLAIN);
  });

  test('waits three working days for whoever is on it', () => {
    expect(escalations(after(acknowledged('2026-03-17T02:00:00.000Z')))).toEqual([
      '2026-03-20 escalate-representative',
      ...PLAIN.slice(1),
    ]);
    expect(escalations(after(acknowledged('2026-03-20T02:00:00.000Z')))).toEqual([
      PLAIN[0],
      '2026-03-25 escalate-desk',
      PLAIN[2],
    ]);
  });

  test('waits as long as the policy says, or not at all', () => {
    const reminders = after(acknowledged('2026-03-17T02:00:00.000Z'));
    const under = (workingDaysPutOff: number): string[] => {
      const stage = { policy: { workingDaysPutOff }, by: 'x', at: deadline.setAt };
      return escalations({ ...reminders, policies: { stage } });
    };
    expect(under(5)[0]).toBe('2026-03-24 escalate-representative');
    expect(under(0)).toEqual(PLAIN);
  });

  test('waits for a promise that was given by hand, and for no other word', () => {
    const told = (promised: boolean): readonly [ReminderFact, string] => [
      {
        type: 'ToldByHand',
        data: { ...about, ...ana, means: 'phone', toldAt: '2026-03-17T02:00:00.000Z', promised },
      },
      '2026-03-17T03:00:00.000Z',
    ];
    expect(escalations(after(told(true)))[0]).toBe('2026-03-20 escalate-representative');
    expect(escalations(after(told(false)))).toEqual(PLAIN);
  });
});
