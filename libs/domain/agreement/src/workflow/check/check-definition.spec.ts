import { definitions } from '../definitions.js';
import { checkDefinition } from './check-definition.js';

interface Draft {
  [name: string]: unknown;
  stages: {
    name: string;
    activities: string[];
    deadline?: object;
    transitions: { [name: string]: unknown; name: string; to: string; conditions: unknown[] }[];
  }[];
}

function draft(change: (draft: Draft) => void): unknown {
  const copy = structuredClone(definitions()[0]) as unknown as Draft;
  change(copy);
  return copy;
}

const faultsOf = (json: unknown) =>
  checkDefinition(json).faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a definition that is shipped', () => {
  it.each(definitions().map((definition) => [definition.name, definition] as const))(
    '%s has no fault, also after a way through JSON',
    (_, definition) => {
      expect(checkDefinition(JSON.parse(JSON.stringify(definition)))).toEqual({ definition, faults: [] });
    },
  );
});

describe('a definition of another shape is refused at the place', () => {
  it.each<[string, unknown, string]>([
    ['nothing', null, ' schema'],
    ['a list', [], ' schema'],
    ['a missing name', draft((d) => delete d['name']), ' schema'],
    ['an unknown field', draft((d) => (d['colour'] = 'red')), ' schema'],
    ['a title in no language', draft((d) => (d['title'] = {})), '/title schema'],
    ['a stage in capitals', draft((d) => (d.stages[3]!.name = 'Review')), '/stages/3/name schema'],
    ['a half version', draft((d) => (d['version'] = 1.5)), '/version schema'],
  ])('%s', (_, json, fault) => {
    expect(faultsOf(json)).toContain(fault);
  });
});

describe('an approval route', () => {
  const post = (name: string) => ({ name, title: { en: name } });
  const routed = (...steps: readonly object[]) =>
    draft((d) => ((d['partyRoles'] as { approvalRoute?: object }[])[1]!.approvalRoute = steps));

  it('of steps with posts has no fault', () => {
    const route = [
      { title: { en: 'Departments' }, posts: [post('legal'), post('finance')] },
      { title: { zh: '领导' }, posts: [post('head')], anyOf: true },
    ];
    expect(faultsOf(routed(...route))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['without a step', routed(), '/partyRoles/1/approvalRoute schema'],
    [
      'with a step that asks nobody',
      routed({ title: { en: 'Nobody' }, posts: [] }),
      '/partyRoles/1/approvalRoute/0/posts schema',
    ],
    [
      'with a post twice',
      routed(
        { title: { en: 'First' }, posts: [post('head')] },
        { title: { en: 'Second' }, posts: [post('legal'), post('head')] },
      ),
      '/partyRoles/1/approvalRoute/1/posts/1/name duplicate-name',
    ],
  ])('%s is refused at the place', (_, json, fault) => {
    expect(faultsOf(json)).toEqual([fault]);
  });
});

describe('a definition that means nothing is refused at the place', () => {
  it.each<[string, unknown, string[]]>([
    [
      'a number without its number',
      draft((d) => (d['numberPattern'] = 'LOI-{year}')),
      ['/numberPattern number-pattern'],
    ],
    ['a first stage there is not', draft((d) => (d['initial'] = 'start')), ['/initial unknown-stage']],
    [
      'a way to a stage there is not',
      draft((d) => (d.stages[0]!.transitions[0]!.to = 'nowhere')),
      ['/stages/0/transitions/0/to unknown-stage'],
    ],
    [
      'a stage nobody comes to',
      draft((d) => d.stages.push({ ...structuredClone(d.stages[4]!), name: 'limbo' })),
      ['/stages/8 unreachable-stage'],
    ],
    [
      'stages that never end',
      draft((d) => {
        d.stages[3]!.transitions = [
          { name: 'again', to: 'joint-research', command: 'SubmitForReview', conditions: [] },
        ];
        d.stages = d.stages.slice(0, 4).concat(d.stages.slice(6));
      }),
      ['/stages/2 no-way-to-an-end', '/stages/3 no-way-to-an-end'],
    ],
    [
      'more reminders than anybody reads',
      draft((d) => {
        const repeat = { every: 1, count: 'working', times: 12 };
        Object.assign(d.stages[0]!, {
          deadline: { duration: 'P20D', remind: { workingDaysBefore: [5], onTheDay: true, repeat } },
        });
      }),
      ['/stages/0/deadline/remind too-many-reminders'],
    ],
    [
      'a reminder before its deadline began',
      draft(
        (d) => (d['signedCopy'] = { duration: 'P3D', remind: { workingDaysBefore: [1, 4], onTheDay: true } }),
      ),
      ['/signedCopy/remind/workingDaysBefore/1 offset-beyond-deadline'],
    ],
    [
      'an escalation that goes down, or comes before the one below it',
      draft((d) => {
        const escalate = [
          { to: 'desk', workingDaysAfter: 3 },
          { to: 'representative', workingDaysAfter: 5 },
          { to: 'head', workingDaysAfter: 5 },
        ];
        d['milestoneReminders'] = { workingDaysBefore: [], onTheDay: true, escalate };
      }),
      ['/milestoneReminders/escalate/1 escalation-order', '/milestoneReminders/escalate/2 escalation-order'],
    ],
    [
      'a way for what was missed that there is not, or that waits for something',
      draft((d) => {
        for (const [stage, transition] of [
          [0, 'nowhere'],
          [1, 'close-declined'],
        ] as const) {
          const remind = { workingDaysBefore: [], onTheDay: true };
          Object.assign(d.stages[stage]!, {
            deadline: { duration: 'P9D', remind, whenMissed: { transition } },
          });
        }
      }),
      [
        '/stages/0/deadline/whenMissed/transition unknown-transition',
        '/stages/1/deadline/whenMissed/transition unknown-transition',
      ],
    ],
    [
      'an end with work left',
      draft((d) => d.stages[4]!.activities.push('research@1')),
      ['/stages/4 busy-final-stage'],
    ],
    [
      'a circle that runs by itself',
      draft((d) => (d.stages[2]!.transitions[0]!['command'] = null)),
      ['/stages/2 automatic-cycle', '/stages/3 automatic-cycle'],
    ],
    [
      'a move for no reason',
      draft((d) => (d.stages[1]!.transitions[0]!.conditions = [])),
      ['/stages/1/transitions/0 automatic-without-condition'],
    ],
    [
      'an unknown activity',
      draft((d) => d.stages[0]!.activities.push('dancing@1')),
      ['/stages/0/activities/2 unknown-activity'],
    ],
    [
      'an unknown condition',
      draft((d) => d.stages[0]!.transitions[0]!.conditions.push('full-moon@1')),
      ['/stages/0/transitions/0/conditions/4 unknown-condition'],
    ],
    [
      'a command that moves nothing',
      draft((d) => (d.stages[0]!.transitions[0]!['command'] = 'ApproveText')),
      ['/stages/0/transitions/0/command unknown-command'],
    ],
    [
      'a quorum of no number',
      draft((d) => (d.stages[1]!.transitions[0]!.conditions = ['quorum-signed@1'])),
      ['/stages/1/transitions/0/conditions/0 count-missing'],
    ],
    [
      'a number where none is asked for',
      draft((d) => (d.stages[1]!.transitions[0]!.conditions = [{ name: 'every-party-signed@1', count: 2 }])),
      ['/stages/1/transitions/0/conditions/0 count-without-meaning'],
    ],
    [
      'a quorum above all parties',
      draft((d) => (d.stages[1]!.transitions[0]!.conditions = [{ name: 'quorum-signed@1', count: 3 }])),
      ['/stages/1/transitions/0/conditions/0/count count-out-of-reach'],
    ],
    [
      'one command with two ways',
      draft((d) =>
        d.stages[0]!.transitions.push({
          name: 'other',
          to: 'withdrawn',
          command: 'WithdrawAgreement',
          conditions: [],
        }),
      ),
      ['/stages/0/transitions/2/command ambiguous-command'],
    ],
    [
      'a deadline in years',
      draft(
        (d) =>
          (d.stages[0]!.deadline = { duration: 'P1Y', remind: { workingDaysBefore: [], onTheDay: true } }),
      ),
      ['/stages/0/deadline/duration deadline-not-computable'],
    ],
    [
      'two stages of one name',
      draft((d) => d.stages.push(structuredClone(d.stages[4]!))),
      ['/stages/8/name duplicate-name'],
    ],
  ])('%s', (_, json, faults) => {
    expect(faultsOf(json)).toEqual(faults);
  });
});
