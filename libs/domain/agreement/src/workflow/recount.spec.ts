import { chinaCalendar, type Calendar } from '@entente/calendar';

import { commands, letterIn, Letter } from '../../../../../test/support/agreement-builders.js';
import type { RecountDeadlines } from '../commands.js';
import type { RecountCalendars } from '../context.js';
import { recounted } from './recount.js';

const off = (date: string) => ({ date, kind: 'holiday', name: { zh: '加假', en: 'A day more' } }) as const;
const newer = (...dates: readonly string[]): Calendar => ({
  ...chinaCalendar,
  version: 2,
  days: [...chinaCalendar.days, ...dates.map(off)],
});
const with2 = (...dates: readonly string[]): RecountCalendars => ({
  named: () => chinaCalendar,
  newest: () => newer(...dates),
});

const under = (letter: Letter, recount: RecountCalendars): Letter =>
  new Letter(letter.entries, { ...letter.context, recount });
/** Ten working days from Monday 2 March: due on 16 March. */
const signing = letterIn('signing');
const [drafting, due] = signing.state.deadlines;
const recount = (deadlines?: RecountDeadlines['deadlines']): RecountDeadlines => ({
  type: 'RecountDeadlines',
  reason: 'The notice of the State Council.',
  ...(deadlines ? { deadlines } : {}),
});

describe('deadlines when a calendar has a new version', () => {
  const changed = under(signing, with2('2026-03-10'));
  const deadlineId = due?.deadlineId ?? '';

  it('are set anew where they fall on another day, with the reason', () => {
    const { decision, state } = changed.when(recount());
    expect(decision).toMatchObject([
      {
        type: 'DeadlineRecounted',
        data: { deadlineId, from: '2026-03-16', to: '2026-03-17', calendar: 'cn@2' },
      },
      { type: 'DeadlineSet', data: { deadlineId, localDate: '2026-03-17', rule: 'P10D working' } },
    ]);
    expect(state).toMatchObject({ stage: 'signing' });
    expect(changed.after(recount()).state.deadlines).toMatchObject([
      drafting!,
      { deadlineId, localDate: '2026-03-17', calendar: 'cn@2', status: 'open' },
    ]);
  });

  it('stay as they are where the day is the same, and counted again change nothing', () => {
    expect(under(signing, with2('2026-04-10')).when(recount()).decision).toEqual([]);
    const after = changed.after(recount());
    const once = under(after, { named: () => newer('2026-03-10'), newest: () => newer('2026-03-10') });
    expect(once.when(recount()).decision).toEqual([]);
    expect(once.when(recount([{ deadlineId, to: '2026-03-17' }])).decision).toEqual([]);
  });

  it('are changed to the day that was seen, or not at all', () => {
    const chosen = (to: string) => changed.when(recount([{ deadlineId, to }])).summary;
    expect(chosen('2026-03-17')).toEqual(['DeadlineRecounted', 'DeadlineSet']);
    expect(changed.when(recount([{ deadlineId, to: '2026-03-18' }])).decision).toMatchObject({
      refused: { code: 'deadline-differs', facts: { deadlineId, localDate: '2026-03-17' } },
    });
    expect(changed.when(recount([{ deadlineId: 'none', to: '2026-03-17' }])).summary).toBe(
      'unknown-deadline',
    );
    expect(changed.when({ ...recount(), reason: ' ' }).summary).toBe('text-missing');
  });

  it('that ended are left alone, also when they were chosen before', () => {
    const ended = { deadlineId: drafting?.deadlineId ?? '', to: '2026-04-01' };
    expect(changed.when(recount([ended])).decision).toEqual([]);
  });

  it('make nobody late', () => {
    const worked: RecountCalendars = { named: () => newer('2026-03-10'), newest: () => chinaCalendar };
    const later = under(changed.after(recount()), worked);
    const at = { now: '2026-03-17T01:00:00.000Z' };
    expect(later.when(recount(), at).decision).toMatchObject({
      refused: { code: 'date-in-past', facts: { today: '2026-03-17' } },
    });
  });

  it('of milestones move from a day that has become one off', () => {
    const planned = letterIn('joint-research').after({ ...commands.planResearch, dueOn: '2026-06-10' });
    const { state } = under(planned, with2('2026-06-10'));
    expect(recounted(state, with2('2026-06-10'))).toMatchObject([
      { deadline: { kind: 'milestone' }, due: { localDate: '2026-06-11' }, calendar: 'cn@2' },
    ]);
  });

  it('that were set in another way than their rule says are nobody’s to count', () => {
    const moved = {
      ...signing.state,
      deadlines: signing.state.deadlines.map((one) => ({ ...one, localDate: '2026-05-06' })),
    };
    expect(recounted(moved, with2('2026-03-10'))).toEqual([]);
  });
});
