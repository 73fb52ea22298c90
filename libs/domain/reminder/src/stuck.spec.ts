import type { AgreementFact } from '@entente/agreement';
import { chinaCalendar } from '@entente/calendar';
import { stamp, type Stamped } from '@entente/event-sourcing';

import { AGREEMENT, deadline, party, PROPOSED_AT, proposed } from './example-history.js';
import {
  closuresOf,
  planReminders,
  remindedAgreement,
  whyUnsaid,
  type OwnPolicies,
  type PlannedReminder,
} from './index.js';

const calendars = () => chinaCalendar;
/** Drafting since Monday 2 March 2026, due on Monday 30 March; its reminders begin on the 23rd. */
const drafting = deadline({
  deadlineId: 'drafting-1',
  subject: 'drafting',
  localDate: '2026-03-30',
  dueAt: '2026-03-30T16:00:00.000Z',
});
const begun: readonly AgreementFact[] = [proposed, drafting];

type Later = readonly [AgreementFact, string];

function history(...later: readonly Later[]): Stamped<AgreementFact>[] {
  const all: readonly Later[] = [...begun.map((fact): Later => [fact, PROPOSED_AT]), ...later];
  return all.flatMap(([fact, now], index) =>
    stamp([fact], { now, actor: 'ana', commandId: `command-${index}`, nextRevision: index }),
  );
}
const commented = (at: string): Later => [party('north', 'north-head')[0]!, at];
const day = (date: string): string => `2026-03-${date}T02:00:00.000Z`;

function planOf(
  events: readonly Stamped<AgreementFact>[],
  own: OwnPolicies = {},
): readonly PlannedReminder[] {
  return planReminders(remindedAgreement(AGREEMENT, events)!, calendars, own);
}
const stuck = (...asked: Parameters<typeof planOf>): string[] =>
  planOf(...asked)
    .filter(({ step }) => step.startsWith('stuck'))
    .map(({ step, localDate, since, over }) => `${localDate} ${step} since ${since}${over ? ' over' : ''}`);

test('after ten working days without anything people are asked, at the time of every other reminder', () => {
  expect(stuck(history())).toEqual(['2026-03-16 stuck-1 since 2026-03-02']);
  expect(planOf(history())[0]).toMatchObject({ kind: 'remind', at: '2026-03-16T01:00:00.000Z', version: 1 });
});

test('everything that happens begins the days anew, what is taken back too', () => {
  expect(stuck(history(commented(day('04'))))).toEqual(['2026-03-18 stuck-2 since 2026-03-04']);
  const taken: Later = [{ type: 'EntryRetracted', data: { commandId: 'command-2', reason: 'x' } }, day('05')];
  expect(stuck(history(commented(day('04')), taken))).toEqual(['2026-03-19 stuck-3 since 2026-03-05']);
});

test('that a day was over is nothing that happened', () => {
  const missed: Later = [{ type: 'DeadlineMissed', data: { deadlineId: 'other' } }, day('05')];
  expect(stuck(history(missed))).toEqual(['2026-03-16 stuck-1 since 2026-03-02']);
});

test('once the reminders of the day itself begin, they say it all', () => {
  expect(stuck(history(commented(day('06'))))).toEqual(['2026-03-20 stuck-2 since 2026-03-06']);
  expect(stuck(history(commented(day('09'))))).toEqual([]);
});

test('something happened before it went out: it is not said any more', () => {
  const events = history(commented(day('17')));
  expect(stuck(events)).toEqual(['2026-03-16 stuck-1 since 2026-03-02 over']);
  const plan = planOf(events);
  expect(whyUnsaid(plan[0]!, plan, day('17'))).toBe('moved-on');
  expect(stuck(history(commented('2026-03-16T00:59:59.999Z')))).toEqual([]);
});

test('a milestone and a signed copy have none, nor what is over', () => {
  for (const kind of ['milestone', 'signed-copy'] as const)
    expect(
      stuck(history([deadline({ kind, deadlineId: kind, localDate: '2026-04-30' }), PROPOSED_AT])),
    ).toHaveLength(1);
  const met: Later = [{ type: 'DeadlineMet', data: { deadlineId: 'drafting-1' } }, day('04')];
  expect(stuck(history(met))).toEqual([]);
});

test('its days are of the policy; none: never', () => {
  const own = (workingDaysStuck: number, at = PROPOSED_AT): OwnPolicies => ({
    stage: { policy: { workingDaysStuck }, by: 'lin', at },
  });
  expect(stuck(history(), own(3))).toEqual(['2026-03-05 stuck-1 since 2026-03-02']);
  expect(stuck(history(), own(0))).toEqual([]);
  // What somebody says later is no reason to ask at once.
  expect(stuck(history(), own(3, day('09')))).toEqual([]);
});

test('of several such whiles each is asked about once', () => {
  const own = { stage: { policy: { workingDaysStuck: 2 }, by: 'lin', at: PROPOSED_AT } };
  expect(stuck(history(commented(day('06')), commented(day('12'))), own)).toEqual([
    '2026-03-04 stuck-1 since 2026-03-02 over',
    '2026-03-10 stuck-2 since 2026-03-06 over',
    '2026-03-16 stuck-3 since 2026-03-12',
  ]);
});

describe('with the end of the stage', () => {
  const closed = (...later: readonly Later[]) =>
    closuresOf(AGREEMENT, history(...later), calendars).flatMap(({ reason, steps }) =>
      steps.filter((step) => step.startsWith('stuck')).map((step) => `${reason} ${step}`),
    );
  const met: Later = [{ type: 'DeadlineMet', data: { deadlineId: 'drafting-1' } }, day('17')];

  test('what was not said is closed, and nothing that came after it is asked about', () => {
    expect(closed(met, commented(day('18')), commented('2026-05-29T02:00:00.000Z'))).toEqual([
      'deadline-met stuck-1',
    ]);
  });

  test('set anew, it begins anew', () => {
    const anew: Later = [deadline({ ...drafting.data, localDate: '2026-04-30' }), day('17')];
    expect(closed(anew)).toEqual(['superseded stuck-1']);
    expect(stuck(history(anew))).toEqual(['2026-03-31 stuck-2 since 2026-03-17']);
  });

  test('taken back with what set it, nothing is asked after that', () => {
    const back: Later = [
      { type: 'EntryRetracted', data: { commandId: 'command-1', reason: 'x' } },
      day('17'),
    ];
    expect(closed(back, commented('2026-05-29T02:00:00.000Z'))).toEqual(['entry-retracted stuck-1']);
  });
});
