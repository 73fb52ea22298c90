import { given, stamp, stateOf, type Stamped } from '@entente/event-sourcing';
import fc from 'fast-check';

import {
  escalatedTo,
  isRecorded,
  isSettled,
  remindersDecider,
  type CloseReminders,
  type RecordReminderSent,
  type RecordReminderSuppressed,
  type ReminderCommand,
  type ReminderFact,
  type SetReminderPolicy,
} from './index.js';

const step = { deadlineId: 'signing-5', version: 5, step: 'remind-5' };
const plannedAt = '2026-03-09T01:00:00.000Z';
const sent: RecordReminderSent = {
  type: 'RecordReminderSent',
  ...step,
  positionId: 'north-head',
  personId: 'ana',
  channel: 'email',
  messageId: '<1@entente.example>',
  plannedAt,
};
const heldBack: RecordReminderSuppressed = {
  type: 'RecordReminderSuppressed',
  ...step,
  positionId: 'north-head',
  reason: 'no-address',
  plannedAt,
};
const stepHeldBack: RecordReminderSuppressed = {
  type: 'RecordReminderSuppressed',
  ...step,
  reason: 'superseded',
  plannedAt,
};
const closing: CloseReminders = {
  type: 'CloseReminders',
  deadlineId: 'signing-5',
  version: 5,
  reason: 'deadline-met',
  steps: ['remind-5', 'remind-2', 'on-the-day'],
};

/** The reminders after these commands, each an entry of its own. */
function after(...commands: readonly ReminderCommand[]) {
  const entries: { facts: readonly ReminderFact[] }[] = [];
  for (const command of commands) {
    const { decision } = given(remindersDecider, ...entries).when(command, {});
    entries.push({ facts: decision as readonly ReminderFact[] });
  }
  return given(remindersDecider, ...entries);
}

describe('a reminder that went out', () => {
  test('is recorded once', () => {
    expect(after().when(sent, {}).summary).toEqual(['ReminderSent']);
    expect(after(sent).when(sent, {}).summary).toEqual([]);
  });

  test('is one record for the position, whoever holds it now', () => {
    expect(
      after(sent).when({ ...sent, personId: 'bob', messageId: '<2@entente.example>' }, {}).summary,
    ).toEqual([]);
  });

  test('is another one for another position, step or version', () => {
    for (const other of [{ positionId: 'south-head' }, { step: 'remind-2' }, { version: 6 }]) {
      expect(after(sent).when({ ...sent, ...other }, {}).summary).toEqual(['ReminderSent']);
    }
  });

  test('is recorded even when its deadline ended meanwhile', () => {
    expect(after(closing).when(sent, {}).summary).toEqual(['ReminderSent']);
  });

  test('is recorded after it was held back once', () => {
    expect(after(heldBack).when(sent, {}).summary).toEqual(['ReminderSent']);
  });
});

describe('a message that came back', () => {
  const { messageId } = sent;
  const bounce = { type: 'RecordReminderBounced', messageId, status: '5.1.1' } as const;
  const other = { ...sent, deadlineId: 'milestone-7' };

  test('is recorded of every reminder it carried, once', () => {
    expect(after(sent, other).when(bounce, {}).decision).toEqual(
      ['signing-5', 'milestone-7'].map((deadlineId) => ({
        type: 'ReminderBounced',
        data: { ...step, deadlineId, positionId: 'north-head', personId: 'ana', messageId, status: '5.1.1' },
      })),
    );
    expect(after(sent, bounce).when({ ...bounce, status: '5.2.2' }, {}).summary).toEqual([]);
  });

  test('is none of this agreement’s when it carried none of its reminders', () => {
    expect(after(sent).when({ ...bounce, messageId: '<2@entente.example>' }, {}).summary).toEqual([]);
  });
});

describe('a reminder that was held back', () => {
  test('is recorded once, with its reason', () => {
    expect(after().when(heldBack, {}).decision).toEqual([
      {
        type: 'ReminderSuppressed',
        data: { ...step, positionId: 'north-head', reason: 'no-address', plannedAt },
      },
    ]);
    expect(after(heldBack).when({ ...heldBack, reason: 'no-holder' }, {}).summary).toEqual([]);
  });

  test('is not recorded after it went out', () => {
    expect(after(sent).when(heldBack, {}).summary).toEqual([]);
  });

  test('may be the whole step, once', () => {
    expect(after().when(stepHeldBack, {}).summary).toEqual(['ReminderSuppressed']);
    expect(after(stepHeldBack).when(stepHeldBack, {}).summary).toEqual([]);
    expect(after(stepHeldBack).when(heldBack, {}).summary).toEqual([]);
  });
});

describe('a deadline that ended', () => {
  test('closes its steps in one record', () => {
    expect(after().when(closing, {}).decision).toEqual([
      {
        type: 'RemindersClosed',
        data: { deadlineId: 'signing-5', version: 5, reason: 'deadline-met', steps: closing.steps },
      },
    ]);
  });

  test('closes only the steps nothing is told of yet', () => {
    expect(after(sent).when(closing, {}).decision).toMatchObject([
      { data: { steps: ['remind-2', 'on-the-day'] } },
    ]);
    expect(after(stepHeldBack).when(closing, {}).decision).toMatchObject([
      { data: { steps: ['remind-2', 'on-the-day'] } },
    ]);
  });

  test('closes them once', () => {
    expect(after(closing).when(closing, {}).summary).toEqual([]);
    expect(after().when({ ...closing, steps: [] }, {}).summary).toEqual([]);
  });

  test('does not take a step for another whose name begins alike', () => {
    const other = { ...sent, step: 'remind-50' };
    expect(after(other).when({ ...closing, steps: ['remind-5'] }, {}).summary).toEqual(['RemindersClosed']);
  });
});

describe('a step is settled', () => {
  test('when something is recorded for each of its positions', () => {
    const { state } = after(sent);
    expect(isRecorded(state, step, 'north-head')).toBe(true);
    expect(isSettled(state, step, ['north-head'])).toBe(true);
    expect(isSettled(state, step, ['north-head', 'south-head'])).toBe(false);
  });

  test('when it was held back whole, whoever it is for', () => {
    expect(isSettled(after(stepHeldBack).state, step, ['south-head'])).toBe(true);
  });

  test('not when it was closed with a deadline that is open again', () => {
    const { state } = after(closing);
    expect(isSettled(state, step, ['north-head'])).toBe(false);
    expect(isRecorded(state, step, 'north-head')).toBe(false);
    expect(after(closing).when(sent, {}).summary).toEqual(['ReminderSent']);
  });

  test('not when it is for nobody and nothing says so', () => {
    expect(isSettled(after().state, step, [])).toBe(false);
  });
});

test('whatever is asked in whatever order, nothing is recorded twice and a repeat decides nothing', () => {
  const key = {
    deadlineId: fc.constantFrom('a', 'b'),
    version: fc.constantFrom(1, 2),
  };
  const names = fc.constantFrom('remind-5', 'remind-50', 'on-the-day');
  const positionId = fc.constantFrom('p', 'q');
  const command: fc.Arbitrary<ReminderCommand> = fc.oneof(
    fc
      .record({ ...key, step: names, positionId, personId: fc.constantFrom('x', 'y') })
      .map((data) => ({ ...sent, ...data })),
    fc.record({ ...key, step: names, positionId }).map((data) => ({ ...heldBack, ...data })),
    fc.record({ ...key, step: names }).map((data) => ({ ...stepHeldBack, ...data })),
    fc
      .record({ ...key, step: names, positionIds: fc.uniqueArray(positionId) })
      .map((data): ReminderCommand => ({ type: 'EscalateDeadline', level: 'desk', plannedAt, ...data })),
    fc.record({ ...key, steps: fc.uniqueArray(names) }).map((data) => ({ ...closing, ...data })),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const history: Stamped<ReminderFact>[] = [];
      for (const one of commands) {
        const { decision } = decide(history, one);
        history.push(...decision);
        expect(decide(history, one).decision).toEqual([]);
      }
      const outcomes = history.flatMap(({ type, data }) => {
        if (type === 'RemindersClosed')
          return data.steps.map((name) => `closed ${data.deadlineId} ${data.version} ${name}`);
        if (!('step' in data)) return [];
        const whom = 'positionId' in data ? data.positionId : '';
        return [`${type} ${data.deadlineId} ${data.version} ${data.step} ${whom}`];
      });
      expect(new Set(outcomes).size).toBe(outcomes.length);
    }),
  );
});

test('a missed deadline goes up once, to those who were found then', () => {
  const up = {
    type: 'EscalateDeadline',
    ...step,
    step: 'escalate-desk',
    level: 'desk',
    positionIds: ['desk-1'],
    plannedAt,
  } as const;
  const { decision } = decide([], up);
  expect(decision).toMatchObject([{ type: 'DeadlineEscalated', data: { positionIds: ['desk-1'] } }]);
  expect(decide(decision, { ...up, positionIds: ['desk-2'] }).decision).toEqual([]);
  expect(escalatedTo(stateOf(remindersDecider, decision), up)).toEqual(['desk-1']);
});

describe('a policy of one agreement', () => {
  const set = { type: 'SetReminderPolicy', kind: 'milestone', policy: { workingDaysAfter: [1, 3] } } as const;

  test('is set, once, and taken back by an empty one', () => {
    const { decision } = decide([], set);
    expect(decision).toMatchObject([
      { type: 'ReminderPolicySet', data: { kind: 'milestone', policy: set.policy } },
    ]);
    expect(decide(decision, set).decision).toEqual([]);
    expect(stateOf(remindersDecider, decision).policies.milestone).toMatchObject({ policy: set.policy });
    expect(decide(decision, { ...set, policy: {} }).decision).toHaveLength(1);
    expect(decide([], { ...set, policy: {} }).decision).toEqual([]);
  });

  test('that would send more than its cap is refused, with the place', () => {
    const outcome = (policy: SetReminderPolicy['policy']) =>
      given(remindersDecider).when({ ...set, policy }, {}, { now: plannedAt }).decision;
    expect(outcome({ repeat: { every: 1, count: 'working', times: 12 }, onTheDay: true })).toEqual({
      refused: { code: 'too-many-reminders', field: 'policy', facts: { limit: 12, reminders: 13 } },
    });
    const escalate = [
      { to: 'head', workingDaysAfter: 3 },
      { to: 'desk', workingDaysAfter: 5 },
    ] as const;
    expect(outcome({ escalate })).toMatchObject({
      refused: { code: 'escalation-order', field: 'policy.escalate.1' },
    });
  });
});

function decide(
  history: readonly Stamped<ReminderFact>[],
  command: ReminderCommand,
): { decision: Stamped<ReminderFact>[] } {
  const at = { now: plannedAt, actor: 'system:reminders', commandId: 'c', nextRevision: history.length };
  const facts = remindersDecider.decide(
    stateOf(remindersDecider, history),
    command,
    at,
  ) as readonly ReminderFact[];
  return { decision: stamp(facts, at) };
}
