import { heldBack, remindersDecider, toldKey, type DueFor } from './index.js';

const due: DueFor = {
  step: {
    agreementId: 'letter',
    deadlineId: 'signing-5',
    version: 5,
    step: 'remind-5',
    kind: 'remind',
    localDate: '2026-03-09',
    at: '2026-03-09T01:00:00.000Z',
  },
  plan: [],
  deadline: { dueAt: '2026-03-16T16:00:00.000Z', zone: 'Asia/Shanghai' },
  recipient: { positionId: 'north-head' },
  holder: { personId: 'north', email: 'head@north.example' },
  reminders: remindersDecider.initial,
  now: '2026-03-09T01:00:01.000Z',
  zone: 'Asia/Shanghai',
};

const toldAt = (at: string): Partial<DueFor> => ({
  reminders: { ...due.reminders, told: { [toldKey(due.step, 'north')]: at } },
});

describe('somebody a step is due for', () => {
  it('is reminded', () => {
    expect(heldBack(due)).toBeUndefined();
  });

  it.each<[string, Partial<DueFor>]>([
    ['already-signed', { recipient: { positionId: 'north-head', heldBack: 'already-signed' } }],
    ['no-holder', { holder: undefined }],
    ['no-address', { holder: { personId: 'north' } }],
    ['superseded', toldAt('2026-03-08T16:00:00.000Z')],
  ])('is not: %s', (reason, change) => {
    expect(heldBack({ ...due, ...change })).toBe(reason);
  });

  it('is again on the next day of theirs', () => {
    const told = toldAt('2026-03-08T16:00:00.000Z');
    expect(heldBack({ ...due, ...told, zone: 'Europe/Berlin' })).toBeUndefined();
    expect(heldBack({ ...due, ...toldAt('2026-03-08T15:59:59.000Z') })).toBeUndefined();
  });

  it('is told what was missed, also on a day on which they were reminded', () => {
    const step = { ...due.step, kind: 'escalate', step: 'escalate-desk' } as const;
    expect(heldBack({ ...due, step, ...toldAt('2026-03-09T00:30:00.000Z') })).toBeUndefined();
  });

  it('is told once a day that it was taken further up, in whichever of their positions', () => {
    const step = { ...due.step, kind: 'escalate', step: 'escalate-head' } as const;
    const toldFurther = { [toldKey(due.step, 'north')]: '2026-03-09T00:30:00.000Z' };
    const reminders = { ...due.reminders, toldFurther };
    expect(heldBack({ ...due, step, reminders })).toBe('superseded');
    expect(heldBack({ ...due, step, reminders, now: '2026-03-09T16:00:00.000Z' })).toBeUndefined();
  });
});
