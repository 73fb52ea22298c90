import { chinaCalendar } from '@entente/calendar';
import { stamp, stateOf } from '@entente/event-sourcing';

import { AGREEMENT, inSigning, signed } from './example-history.js';
import { planReminders, remindedAgreement, remindersDecider, type ReminderFact } from './index.js';

const about = { deadlineId: 'signing-5', version: 5 };
const north = { positionId: 'north-head', personId: 'ana' };
const south = { positionId: 'south-head', personId: 'bo' };

type Told = readonly [ReminderFact, string];

const bounced = (whom: typeof north, at: string, step = 'on-the-day'): Told => [
  { type: 'ReminderBounced', data: { ...about, step, ...whom, messageId: `<${at}>`, status: '5.1.1' } },
  at,
];
const heldBack = (whom: typeof north, at: string, step = 'on-the-day'): Told => [
  { type: 'ReminderSuppressed', data: { ...about, step, ...whom, reason: 'bounced', plannedAt: at } },
  at,
];
const escalated = (positionIds: readonly string[], at: string): Told => [
  {
    type: 'DeadlineEscalated',
    data: {
      ...about,
      step: 'escalate-representative',
      level: 'representative',
      positionIds,
      plannedAt: at,
    },
  },
  at,
];

/** The steps up, of a letter due on Monday 16 March. */
function stepsUp(told: readonly Told[], history = inSigning()): string[] {
  const agreement = remindedAgreement(AGREEMENT, history)!;
  const reminders = stateOf(
    remindersDecider,
    told.flatMap(([fact, now], index) =>
      stamp([fact], { now, actor: 'system:reminders', commandId: String(index), nextRevision: index }),
    ),
  );
  return planReminders(agreement, () => chinaCalendar, reminders.policies, reminders)
    .filter(({ kind }) => kind === 'escalate')
    .map(({ step, localDate }) => `${localDate} ${step}`);
}

const PLAIN = ['2026-03-18 escalate-representative', '2026-03-23 escalate-desk', '2026-03-30 escalate-head'];
const MARCH_17 = '2026-03-17T02:00:00.000Z';

test('a mail that came back puts the step up off, while somebody repairs the address', () => {
  const both = [bounced(north, '2026-03-16T02:00:00.000Z'), bounced(south, MARCH_17)];
  expect(stepsUp(both)).toEqual(['2026-03-20 escalate-representative', ...PLAIN.slice(1)]);
});

test('so does one that was not sent since others to the address had come back', () => {
  expect(stepsUp([heldBack(north, MARCH_17), heldBack(south, MARCH_17)])[0]).toBe(
    '2026-03-20 escalate-representative',
  );
});

test('whoever was reached and did nothing is no reason to wait', () => {
  expect(stepsUp([bounced(north, MARCH_17)])).toEqual(PLAIN);
});

test('of whom something is still asked: who has signed need not be reached', () => {
  expect(stepsUp([bounced(north, MARCH_17)], inSigning(signed('south')))[0]).toBe(
    '2026-03-20 escalate-representative',
  );
});

test('the address was not repaired in time: it goes up, however often mail comes back', () => {
  const again = ['2026-03-09', '2026-03-12', '2026-03-17'].flatMap((day, index) =>
    [north, south].map((whom) => heldBack(whom, `${day}T02:00:00.000Z`, `step-${index}`)),
  );
  expect(stepsUp(again)).toEqual(PLAIN);
});

test('those it was taken to were not reached: the next step up waits for them, by itself', () => {
  const taken = escalated(['north-deputy'], '2026-03-18T01:00:00.000Z');
  const deputy = { positionId: 'north-deputy', personId: 'cy' };
  const step = 'escalate-representative';
  expect(stepsUp([taken, bounced(deputy, '2026-03-20T02:00:00.000Z', step)])).toEqual([
    PLAIN[0],
    '2026-03-25 escalate-desk',
    PLAIN[2],
  ]);
  expect(stepsUp([taken, bounced(north, '2026-03-20T02:00:00.000Z')])).toEqual(PLAIN);
});

test('held back for another reason says nothing of an address', () => {
  const [fact, at] = heldBack(north, MARCH_17);
  const signedAlready = { ...fact, data: { ...fact.data, reason: 'already-signed' } } as ReminderFact;
  expect(stepsUp([[signedAlready, at], bounced(south, MARCH_17)])).toEqual(PLAIN);
});
