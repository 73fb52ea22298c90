import { isRefused, type PastEntry } from '@entente/event-sourcing';

import {
  BASE,
  commands,
  DISTRICT,
  Letter,
  organisations,
  sampleContext,
  TODAY,
} from '../../../../../test/support/agreement-builders.js';
import type { AgreementCommand } from '../commands.js';
import type { AgreementFact } from '../events.js';
import type { WorkflowDefinition } from './definition.js';
import { definitionOf, definitions, newestOf } from './definitions.js';

const UNIVERSITY = '10000000-0000-4000-8000-000000000003';
const RECTOR = '20000000-0000-4000-8000-000000000004';
const withUniversity = [
  ...organisations,
  {
    organisationId: UNIVERSITY,
    revision: 0,
    name: { en: 'A university' },
    positions: [{ positionId: RECTOR, title: { en: 'Rector' }, personId: 'somebody' }],
  },
];

/** Three parties of one role, two of whom suffice, in stages of its own. */
const consortium: WorkflowDefinition = {
  name: 'consortium',
  version: 1,
  kind: 'consortium',
  title: { en: 'Consortium' },
  numberPattern: 'CON-{year}-{number:4}',
  partyRoles: [{ role: 'partner', title: { en: 'Partner' }, several: true }],
  milestoneReminders: { workingDaysBefore: [1], onTheDay: false },
  template: [{ sectionId: 'aim', renditions: { en: { heading: '1. Aim', body: 'To build together.' } } }],
  initial: 'gathering',
  stages: [
    {
      name: 'gathering',
      title: { en: 'Gathering' },
      activities: ['parties@1', 'text@1'],
      transitions: [
        {
          name: 'sit-down',
          to: 'table',
          command: 'SubmitForSigning',
          conditions: [{ name: 'parties-at-least@1', count: 3 }, 'every-party-named-signatory@1'],
        },
      ],
    },
    {
      name: 'table',
      title: { en: 'At the table' },
      activities: ['signing@1'],
      deadline: { duration: 'P5D', remind: { workingDaysBefore: [1], onTheDay: true } },
      transitions: [
        {
          name: 'enough',
          to: 'building',
          command: null,
          conditions: [{ name: 'quorum-signed@1', count: 2 }],
        },
      ],
    },
    {
      name: 'building',
      title: { en: 'Building' },
      activities: ['research@1'],
      transitions: [{ name: 'finish', to: 'built', command: 'ConcludeAgreement', conditions: [] }],
    },
    { name: 'built', title: { en: 'Built' }, activities: [], transitions: [] },
  ],
};

const partner = (partyId: string) => ({ partyId, role: 'partner' });
const name = (partyId: string, positionId: string): AgreementCommand => ({
  type: 'NameSignatory',
  partyId,
  positionId,
});
const sign = (partyId: string): AgreementCommand => ({
  type: 'RecordSignature',
  partyId,
  means: 'ink',
  signedOn: TODAY,
});

function under(definition: WorkflowDefinition, entries: readonly PastEntry<AgreementFact>[] = []): Letter {
  return new Letter(entries, sampleContext({ definition, organisations: withUniversity }));
}

function named(definition: WorkflowDefinition, roles: readonly [string, string, string]): Letter {
  const [first, second, third] = roles;
  return under(definition)
    .after({
      type: 'ProposeAgreement',
      kind: definition.kind,
      title: { en: 'Together' },
      parties: [
        { partyId: BASE, role: first },
        { partyId: DISTRICT, role: second },
        { partyId: UNIVERSITY, role: third },
      ],
    })
    .after(commands.nameBaseSignatory)
    .after(commands.nameDistrictSignatory)
    .after(name(UNIVERSITY, RECTOR));
}

function approved(letter: Letter): Letter {
  return letter.state.parties.reduce(
    (current, { partyId }) =>
      current.after({ type: 'ApproveText', partyId, textHash: current.state.textHash ?? '' }),
    letter,
  );
}

describe('a definition with stages of its own', () => {
  const seated = named(consortium, ['partner', 'partner', 'partner']).after(commands.submitForSigning);

  it('begins where it says, with its own text', () => {
    const { state } = under(consortium).after({
      ...commands.propose,
      kind: 'consortium',
      parties: [partner(BASE)],
    });
    expect(state).toMatchObject({
      stage: 'gathering',
      stageTitle: { en: 'Gathering' },
      activities: ['parties@1', 'text@1'],
      ended: false,
      definition: 'consortium@1',
      sections: [{ sectionId: 'aim' }],
    });
  });

  it('asks for as many parties as it says', () => {
    const two = under(consortium)
      .after({ ...commands.propose, kind: 'consortium', parties: [partner(BASE), partner(DISTRICT)] })
      .after(commands.nameBaseSignatory)
      .after(commands.nameDistrictSignatory);
    expect(two.when(commands.submitForSigning).decision).toEqual({
      refused: { code: 'conditions-not-met', facts: { missing: ['parties-at-least@1'] } },
    });
  });

  it('waits for those who have not signed, and moves by itself as soon as the quorum has', () => {
    expect(seated.state).toMatchObject({ stage: 'table', turn: { who: [BASE, DISTRICT, UNIVERSITY] } });
    const once = seated.after(sign(BASE));
    expect(once.state).toMatchObject({ stage: 'table', turn: { who: [DISTRICT, UNIVERSITY] } });
    const { decision } = once.when(sign(UNIVERSITY));
    expect(isRefused(decision) ? [] : decision).toContainEqual({
      type: 'StageEntered',
      data: {
        from: 'table',
        to: 'building',
        transition: 'enough',
        conditions: [{ name: 'quorum-signed@1', count: 2 }],
        title: { en: 'Building' },
        activities: ['research@1'],
        moves: ['ConcludeAgreement'],
        final: false,
      },
    });
  });

  it('takes what the activities of a stage open, and nothing else', () => {
    expect(seated.when(commands.planResearch).decision).toEqual({
      refused: { code: 'wrong-stage', facts: { stage: 'table', open: ['building'] } },
    });
    const building = seated.after(sign(BASE)).after(sign(DISTRICT));
    expect(building.after(commands.planResearch).state.milestones).toHaveLength(1);
  });

  it('ends in a stage that nothing leads out of', () => {
    const built = seated.after(sign(BASE)).after(sign(DISTRICT)).after(commands.conclude);
    expect(built.state).toMatchObject({ stage: 'built', ended: true, turn: { who: [] } });
    expect(built.when(commands.planResearch).decision).toMatchObject({ refused: { code: 'wrong-stage' } });
  });

  it('gives a role that several may have to as many as come, and another to one', () => {
    const framework = definitionOf('framework@1')!;
    const both = named(framework, ['convener', 'member', 'member']);
    expect(both.state.parties.map(({ role }) => role)).toEqual(['convener', 'member', 'member']);
    const second = under(framework).when({
      ...commands.propose,
      kind: 'framework',
      parties: [BASE, DISTRICT].map((partyId) => ({ partyId, role: 'convener' })),
    });
    expect(second.decision).toMatchObject({ refused: { code: 'role-taken', facts: { partyId: BASE } } });
  });
});

describe('memorandum@1', () => {
  it('comes into force with the last signature, and concludes without a review', () => {
    const drafted = approved(
      under(definitionOf('memorandum@1')!)
        .after({
          ...commands.propose,
          kind: 'memorandum',
          parties: [
            { partyId: BASE, role: 'first-party' },
            { partyId: DISTRICT, role: 'second-party' },
          ],
        })
        .after(commands.nameBaseSignatory)
        .after(commands.nameDistrictSignatory),
    );
    const signed = drafted.after(commands.submitForSigning).after(sign(BASE)).after(sign(DISTRICT));
    expect(signed.state).toMatchObject({ stage: 'in-force', turn: { who: ['coordinator'] } });
    expect(signed.after(commands.conclude).state).toMatchObject({ stage: 'concluded', ended: true });
  });
});

describe('framework@1', () => {
  const inForce = approved(named(definitionOf('framework@1')!, ['convener', 'member', 'member']))
    .after(commands.submitForSigning)
    .after(sign(BASE))
    .after(sign(DISTRICT));

  it('is in force when two of three have signed, and waits for the third', () => {
    expect(inForce.state).toMatchObject({ stage: 'in-force', turn: { who: [UNIVERSITY] } });
  });

  it('lets the others accede by signing the same text later', () => {
    const { state } = inForce.after(sign(UNIVERSITY));
    expect(state.parties.map(({ signed }) => signed)).toEqual([true, true, true]);
    expect(state).toMatchObject({ stage: 'in-force', textHash: inForce.state.textHash });
  });
});

describe('a new agreement', () => {
  it('is proposed by the newest definition of its kind', () => {
    expect(definitions().map(({ kind }) => newestOf(kind)?.name)).toEqual(
      definitions().map(({ name }) => name),
    );
    expect(newestOf('treaty')).toBeUndefined();
  });
});
