import { stamp } from '@entente/event-sourcing';

import { keyOf, toldReminders, type ReminderFact } from './index.js';

const step = { deadlineId: 'signing-5', version: 5, step: 'remind-5' };
const plannedAt = '2026-03-09T01:00:00.000Z';
const at = '2026-03-09T01:00:02.000Z';
const sent: ReminderFact = {
  type: 'ReminderSent',
  data: {
    ...step,
    positionId: 'head',
    personId: 'ana',
    channel: 'email',
    messageId: '<1@entente.example>',
    plannedAt,
  },
};
const told = (...facts: readonly ReminderFact[]) =>
  toldReminders(
    stamp(facts, { now: at, actor: 'person-1', actingAs: 'desk', commandId: 'one', nextRevision: 0 }),
  );

test('of a step is told whom it reached, whom it did not, and why', () => {
  const held: ReminderFact = {
    type: 'ReminderSuppressed',
    data: { ...step, positionId: 'chair', reason: 'no-holder', plannedAt },
  };
  expect(told(sent, held).get(keyOf(step))).toEqual([
    { status: 'sent', positionId: 'head', personId: 'ana', channel: 'email', at },
    { status: 'held-back', positionId: 'chair', reason: 'no-holder', at },
  ]);
});

test('steps that were closed together are told one by one, each with the reason', () => {
  const closed: ReminderFact = {
    type: 'RemindersClosed',
    data: { deadlineId: 'signing-5', version: 5, reason: 'deadline-met', steps: ['remind-2', 'on-the-day'] },
  };
  const all = told(sent, closed);
  expect(all.get(keyOf({ ...step, step: 'remind-2' }))).toEqual([
    { status: 'closed', reason: 'deadline-met', at },
  ]);
  expect([...all.keys()]).toHaveLength(3);
});

test('nothing is told of a step of another version of its deadline', () => {
  expect(told(sent).get(keyOf({ ...step, version: 6 }))).toBeUndefined();
});
