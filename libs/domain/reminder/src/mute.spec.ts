import { given, type PastEntry } from '@entente/event-sourcing';

import { isMuted, remindersDecider, type ReminderCommand, type ReminderFact } from './index.js';

const NOW = '2026-03-09T01:00:00.000Z';
const zone = 'Asia/Shanghai';
const at = { now: NOW, actor: 'ana' };
const mute = { type: 'MuteReminders', until: '2026-03-20', reason: 'The harvest first.' } as const;
const unmute = { type: 'UnmuteReminders' } as const;
const muted: PastEntry<ReminderFact> = {
  facts: [{ type: 'RemindersMuted', data: { until: mute.until, reason: mute.reason } }],
  at,
};
const when = (command: ReminderCommand, ...past: readonly PastEntry<ReminderFact>[]) =>
  given(remindersDecider, ...past).when(command, { zone }, at);

describe('reminders of an agreement that is muted', () => {
  test('are silent until a day is over, with the reason', () => {
    const { decision, state } = when(mute);
    expect(decision).toEqual(muted.facts);
    expect(state.muted).toMatchObject({ until: '2026-03-20', by: 'ana', at: NOW });
  });

  test('are so once; another day or reason is another word', () => {
    expect(when(mute, muted).summary).toEqual([]);
    expect(when({ ...mute, until: '2026-03-21' }, muted).summary).toEqual(['RemindersMuted']);
    expect(when({ ...mute, reason: 'Another.' }, muted).summary).toEqual(['RemindersMuted']);
  });

  test.each([
    [{ until: '2026-02-30' }, 'invalid-date'],
    [{ until: '2026-03-08' }, 'date-in-past'],
    [{ until: '2027-03-11' }, 'date-too-far'],
    [{ reason: ' ' }, 'text-missing'],
  ])('are not for %j', (change, code) => {
    expect(when({ ...mute, ...change }).summary).toBe(code);
  });

  test('are heard again when somebody says so, once', () => {
    const { decision, state } = when(unmute, muted);
    expect(decision).toEqual([{ type: 'RemindersUnmuted', data: { until: mute.until } }]);
    expect(state.muted).toBeUndefined();
    expect(when(unmute).summary).toEqual([]);
  });
});

describe('what stays unsaid', () => {
  const silent = (
    kind: Parameters<typeof isMuted>[0],
    said: { agreement?: string; person?: string },
    today: string,
  ) => isMuted(kind, { agreement: undefined, person: undefined, ...said }, today);

  test('of a muted agreement is all but that time is over, its last day included', () => {
    const agreement = '2026-03-20';
    expect([
      silent('remind', { agreement }, '2026-03-20'),
      silent('escalate', { agreement }, '2026-03-20'),
    ]).toEqual([true, true]);
    expect(silent('elapse', { agreement }, '2026-03-19')).toBe(false);
    expect(silent('remind', { agreement }, '2026-03-21')).toBe(false);
  });

  test('to somebody who is muted is what reminds them; what they leave undone goes up', () => {
    const person = '2026-03-20';
    expect(silent('remind', { person }, '2026-03-20')).toBe(true);
    expect(silent('remind', { person }, '2026-03-21')).toBe(false);
    expect(silent('escalate', { person }, '2026-03-19')).toBe(false);
    expect(silent('remind', {}, '2026-03-19')).toBe(false);
  });
});
