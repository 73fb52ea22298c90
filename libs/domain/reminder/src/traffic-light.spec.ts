import { chinaCalendar } from '@entente/calendar';
import { stamp } from '@entente/event-sourcing';

import { lastReminders, trafficLight, type LastReminder, type ReminderFact } from './index.js';

const due = { localDate: '2026-03-16', dueAt: '2026-03-16T16:00:00.000Z', zone: 'Asia/Shanghai' };
const lightAt = (now: string, last?: LastReminder, deadline = due) =>
  trafficLight(deadline, chinaCalendar, last, now);
const heldBack = (reason: LastReminder['reason']): LastReminder => ({
  step: 'remind-5',
  status: 'held-back',
  reason,
  at: '2026-03-09T01:00:00.000Z',
});

describe('the light of a deadline', () => {
  test('is red from the first instant at which it is missed', () => {
    expect(lightAt('2026-03-16T15:59:59.999Z').colour).toBe('amber');
    expect(lightAt('2026-03-16T16:00:00.000Z')).toEqual({ colour: 'red', reason: 'missed' });
  });

  test('is neither while no time counts for it', () => {
    const stopped = trafficLight(
      { ...due, suspended: true },
      chinaCalendar,
      undefined,
      '2026-03-17T00:00:00.000Z',
    );
    expect(stopped).toEqual({ colour: 'grey', reason: 'suspended' });
  });

  test('is amber on its local day, whatever the day is elsewhere', () => {
    expect(lightAt('2026-03-15T16:00:00.000Z')).toEqual({ colour: 'amber', reason: 'due-today' });
    expect(lightAt('2026-03-15T15:59:59.999Z').reason).toBe('due-soon');
  });

  test('is amber three working days ahead, weekends left out', () => {
    expect(lightAt('2026-03-11T03:00:00.000Z')).toEqual({ colour: 'amber', reason: 'due-soon' });
    expect(lightAt('2026-03-10T03:00:00.000Z')).toEqual({ colour: 'green', reason: 'ahead' });
  });

  test('counts Spring Festival as the days off they are', () => {
    // From 15 to 23 February 2026 nobody works; the Saturday before and after are worked.
    const after = { localDate: '2026-02-25', dueAt: '2026-02-25T16:00:00.000Z', zone: 'Asia/Shanghai' };
    expect(lightAt('2026-02-14T03:00:00.000Z', undefined, after).reason).toBe('due-soon');
    expect(lightAt('2026-02-12T03:00:00.000Z', undefined, after).reason).toBe('ahead');
  });

  test.each(['no-holder', 'no-address', 'no-recipient', 'rejected'] as const)(
    'is amber long before when the last reminder reached nobody: %s',
    (reason) => {
      expect(lightAt('2026-03-03T03:00:00.000Z', heldBack(reason)).reason).toBe('nobody-reached');
    },
  );

  test.each(['already-signed', 'superseded'] as const)('does not mind %s', (reason) => {
    expect(lightAt('2026-03-03T03:00:00.000Z', heldBack(reason)).reason).toBe('ahead');
  });
});

describe('the last reminder of a deadline', () => {
  const step = { deadlineId: 'signing-5', version: 5 };
  const plannedAt = '2026-03-09T01:00:00.000Z';
  const sent = (name: string): ReminderFact => ({
    type: 'ReminderSent',
    data: {
      ...step,
      step: name,
      positionId: 'head',
      personId: 'ana',
      channel: 'email',
      messageId: '<1@entente.example>',
      plannedAt,
    },
  });
  const held = (name: string): ReminderFact => ({
    type: 'ReminderSuppressed',
    data: { ...step, step: name, positionId: 'chair', reason: 'no-address', plannedAt },
  });
  const last = (...facts: readonly ReminderFact[]) =>
    lastReminders(
      stamp(facts, {
        now: plannedAt,
        actor: 'person-1',
        actingAs: 'desk-1',
        commandId: 'command-1',
        nextRevision: 0,
      }),
    ).get('signing-5');

  test('is the newest one, sent or held back with its reason', () => {
    expect(last(sent('remind-5'))).toEqual({ step: 'remind-5', status: 'sent', reason: null, at: plannedAt });
    expect(last(sent('remind-5'), held('remind-2'))).toMatchObject({
      step: 'remind-2',
      status: 'held-back',
      reason: 'no-address',
    });
  });

  test('was sent when it reached one of those it was for, in whatever order they are told', () => {
    expect(last(sent('remind-5'), held('remind-5'))?.status).toBe('sent');
    expect(last(held('remind-5'), sent('remind-5'))?.status).toBe('sent');
  });

  test('reached nobody when all of its messages came back', () => {
    const toChair = {
      ...sent('remind-5'),
      data: { ...sent('remind-5').data, positionId: 'chair' },
    } as ReminderFact;
    const back = (positionId: string): ReminderFact => ({
      type: 'ReminderBounced',
      data: {
        ...{ ...step, step: 'remind-5', positionId },
        ...{ personId: 'ana', messageId: '<1@entente.example>', status: '5.1.1' },
      },
    });
    expect(last(sent('remind-5'), toChair, back('head'))).toMatchObject({ status: 'sent' });
    expect(last(sent('remind-5'), toChair, back('head'), back('chair'))).toMatchObject({
      status: 'held-back',
      reason: 'bounced',
    });
    expect(last(sent('remind-5'), sent('remind-2'), back('head'))).toMatchObject({
      step: 'remind-2',
      status: 'sent',
    });
  });

  test('is none while none was due', () => {
    expect(last()).toBeUndefined();
  });
});
