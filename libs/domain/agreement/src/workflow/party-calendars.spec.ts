import { chinaCalendar, type Calendar } from '@entente/calendar';

import {
  BASE,
  commands,
  DISTRICT,
  Letter,
  sampleContext,
} from '../../../../../test/support/agreement-builders.js';
import type { DeadlineSet } from '../events.js';
import { asksForPartyCalendars } from './deadlines.js';
import { checkDefinition } from './check/check-definition.js';
import type { WorkflowDefinition } from './definition.js';
import { definitionOf, definitions } from './definitions.js';

const base = definitionOf('letter-of-intent@1')!;
/** Good Friday and Easter Monday of 2026, and the founding day of a college. */
const germany: Calendar = {
  id: 'de',
  version: 3,
  publishedFrom: '2026-01-01',
  publishedTo: '2026-12-31',
  days: ['2026-04-03', '2026-04-06'].map((date) => ({
    date,
    kind: 'holiday',
    name: { zh: '复活节', en: 'Easter' },
  })),
};
const closures: Calendar = {
  id: 'closures-college',
  version: 1,
  kind: 'closures',
  publishedFrom: '2026-03-30',
  publishedTo: '2026-03-30',
  days: [{ date: '2026-03-30', kind: 'holiday', name: { zh: '校庆', en: 'Founding day' } }],
};
const partyCalendars = [chinaCalendar, germany, closures];

const byParties: WorkflowDefinition = {
  ...base,
  name: 'across-borders',
  kind: 'across-borders',
  numberPattern: 'X-{year}-{number}',
  milestoneDays: { calendars: 'parties', dayOff: 'backward' },
  stages: base.stages.map((stage) =>
    stage.deadline ? { ...stage, deadline: { ...stage.deadline, calendars: 'parties' } } : stage,
  ),
};

const firstDeadline = (definition: WorkflowDefinition, context: object): DeadlineSet['data'] => {
  const letter = new Letter([], sampleContext({ definition, ...context }));
  const { state } = letter.after({ ...commands.propose, kind: definition.kind });
  const [deadline] = state.deadlines;
  if (!deadline) throw new Error('nothing is due');
  return deadline;
};

describe('a deadline by the calendars of the parties', () => {
  it('counts a day that is a working day of every one, and names them all with their versions', () => {
    // Twenty working days from 2 March: 30 March in China, then four days off of the others.
    const alone = firstDeadline(base, {});
    expect([alone.calendar, alone.localDate]).toEqual(['cn@1', '2026-03-30']);
    const all = firstDeadline(byParties, { partyCalendars });
    expect([all.calendar, all.localDate]).toEqual(['cn@1+de@3+closures-college@1', '2026-03-31']);
  });

  it('counts with the coordinating department’s where none are known', () => {
    expect(firstDeadline(byParties, {}).calendar).toBe('cn@1');
  });

  it('is asked for by the definition alone', () => {
    expect(definitions().some(asksForPartyCalendars)).toBe(false);
    expect(asksForPartyCalendars(byParties)).toBe(true);
    expect(firstDeadline(base, { partyCalendars }).calendar).toBe('cn@1');
  });

  it('stands in a definition that is right, and another word there is refused at its place', () => {
    expect(checkDefinition(byParties).faults).toEqual([]);
    const wrong = { ...byParties, milestoneDays: { calendars: 'everybody' } };
    expect(checkDefinition(wrong).faults).toMatchObject([{ pointer: '/milestoneDays/calendars' }]);
  });
});

describe('a milestone on a day off', () => {
  const planned = (definition: WorkflowDefinition, context: object, dueOn: string) => {
    const proposed = new Letter([], sampleContext({ definition, ...context })).after({
      ...commands.propose,
      kind: definition.kind,
    });
    const textHash = proposed.state.textHash ?? '';
    const letter = [
      commands.nameBaseSignatory,
      commands.nameDistrictSignatory,
      ...[BASE, DISTRICT].map((partyId) => ({ type: 'ApproveText', partyId, textHash }) as const),
      commands.submitForSigning,
      commands.signBase,
      commands.signDistrict,
      { ...commands.planResearch, dueOn },
    ].reduce((before, command) => before.after(command), proposed);
    return letter.state.deadlines.find(({ kind }) => kind === 'milestone');
  };

  it('waits for the next working day as a task, and is brought forward as a notice', () => {
    // Good Friday to Easter Monday; Monday is Tomb-sweeping Day's in China too.
    expect(planned(base, {}, '2026-04-04')).toMatchObject({ rule: 'on 2026-04-04', localDate: '2026-04-07' });
    expect(planned(byParties, { partyCalendars }, '2026-04-04')).toMatchObject({
      rule: 'by 2026-04-04',
      localDate: '2026-04-02',
      calendar: 'cn@1+de@3+closures-college@1',
    });
  });
});
