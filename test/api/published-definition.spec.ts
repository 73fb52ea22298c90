import type { WorkflowDefinition } from '@entente/agreement';

import { ApiInMemory } from './support/api-in-memory.js';
import { appoint, LetterInMemory, type Sent } from './support/letters-in-memory.js';

/** Three partners of whom two must sign, in stages of its own, with typed attributes: nothing of it is known to any code. */
const excavation: WorkflowDefinition = {
  name: 'excavation',
  version: 1,
  kind: 'excavation',
  title: { zh: '联合发掘', en: 'Joint excavation' },
  numberPattern: 'DIG-{year}-{number:3}',
  partyRoles: [
    { role: 'museum', title: { zh: '博物馆', en: 'Museum' } },
    { role: 'team', title: { zh: '发掘队', en: 'Field team' }, several: true },
  ],
  milestoneReminders: { workingDaysBefore: [5], onTheDay: true },
  template: [{ sectionId: 'site', renditions: { en: { heading: '1. Site', body: 'The parties dig.' } } }],
  attributes: {
    type: 'object',
    properties: {
      depth: { type: 'integer', titles: { zh: '深度', en: 'Depth' }, minimum: 1, maximum: 30 },
      season: { type: 'string', titles: { en: 'Season' }, enum: ['spring', 'autumn'] },
      starts: { type: 'string', format: 'date', titles: { en: 'Start' } },
      insured: { type: 'boolean', titles: { en: 'Insured' } },
    },
    required: ['depth'],
    additionalProperties: false,
  },
  initial: 'staking-out',
  stages: [
    {
      name: 'staking-out',
      title: { zh: '划界', en: 'Staking out' },
      activities: ['parties@1', 'text@1', 'attributes@1'],
      deadline: { duration: 'P7D', remind: { workingDaysBefore: [1], onTheDay: true } },
      transitions: [
        {
          name: 'all-set',
          to: 'round-table',
          command: 'SubmitForSigning',
          conditions: [
            { name: 'parties-at-least@1', count: 3 },
            'every-party-named-signatory@1',
            'every-party-approved@1',
            'attributes-set@1',
          ],
        },
      ],
    },
    {
      name: 'round-table',
      title: { zh: '圆桌', en: 'Round table' },
      activities: ['signing@1'],
      transitions: [
        { name: 'enough', to: 'digging', command: null, conditions: [{ name: 'quorum-signed@1', count: 2 }] },
      ],
    },
    {
      name: 'digging',
      title: { zh: '发掘', en: 'Digging' },
      activities: ['attributes@1'],
      transitions: [{ name: 'fill-in', to: 'filled-in', command: 'ConcludeAgreement', conditions: [] }],
    },
    { name: 'filled-in', title: { zh: '回填', en: 'Filled in' }, activities: [], transitions: [] },
  ],
};

interface Detail {
  readonly agreement: {
    readonly stage: string;
    readonly stageTitle: { readonly en: string };
    readonly definition: string;
    readonly ended: boolean;
    readonly textHash: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
  };
  readonly possible: readonly { readonly command: string; readonly blockedBy?: readonly string[] }[];
}
interface Publication {
  readonly definition: string | null;
  readonly published: boolean;
  readonly faults: readonly { readonly pointer: string; readonly code: string }[];
}

describe('a definition published over HTTP', () => {
  let api: ApiInMemory;
  let third: string;
  let coordinator: string;
  beforeAll(async () => {
    api = await ApiInMemory.open();
    coordinator = api.people.coordinator;
    const registered = await api.post('/api/organisations', { name: { en: 'University' } }, coordinator);
    third = registered.json<Sent>().organisationId;
  });
  afterAll(() => api.close());

  const detail = async (letter: LetterInMemory): Promise<Detail> =>
    (await api.get(`/api/agreements/${letter.id}`, coordinator)).json<Detail>();
  const publish = async (definition: object, query = '', who = coordinator) => {
    const answer = await api.post(`/api/definitions${query}`, definition, who);
    return { status: answer.statusCode, ...answer.json<Publication & { code: string; facts: object }>() };
  };

  it('is looked at first: faults with their places, and nothing is published', async () => {
    const faulty = { ...excavation, initial: 'nowhere' };
    expect(await publish(faulty, '?dryRun=true')).toMatchObject({
      status: 200,
      definition: null,
      published: false,
      faults: [{ pointer: '/initial', code: 'unknown-stage' }],
    });
    expect(await publish(excavation, '?dryRun=true')).toMatchObject({
      definition: 'excavation@1',
      published: false,
      faults: [],
    });
    expect((await api.get('/api/definitions/excavation@1', coordinator)).statusCode).toBe(404);
    expect(await publish(faulty)).toMatchObject({ status: 422, code: 'definition-faulty' });
    expect(await publish(faulty, '', api.people.baseHead)).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
  });

  it('is published once, by coordinators, and stays as it is', async () => {
    expect(await publish(excavation, '', api.people.baseHead)).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    expect(await publish(excavation, '?dryRun=true', api.people.chair)).toMatchObject({ status: 403 });
    expect(await publish(excavation)).toMatchObject({
      status: 200,
      definition: 'excavation@1',
      published: true,
    });
    expect(await publish(excavation)).toMatchObject({ status: 200, published: false });
    const changed = { ...excavation, title: { en: 'Else' } };
    expect(await publish(changed)).toMatchObject({
      status: 409,
      code: 'version-published',
      facts: { next: 2 },
    });
    expect(await publish(changed, '?dryRun=true')).toMatchObject({
      faults: [{ pointer: '/version', code: 'version-published' }],
    });
    expect((await api.get('/api/definitions/excavation@1', api.people.chair)).json()).toEqual(excavation);
    const { items } = (await api.get('/api/definitions', coordinator)).json<{ items: { name: string }[] }>();
    expect(items.map(({ name }) => name)).toEqual([
      'letter-of-intent',
      'memorandum',
      'framework',
      'excavation',
    ]);
  });

  it('is what a letter goes by to its end, without a change in code', async () => {
    const rector = await appoint(api, third, 'Rector', ['representative', 'signatory']);
    const parties = [
      { partyId: api.people.base, role: 'museum' },
      { partyId: api.people.district, role: 'team' },
      { partyId: third, role: 'team' },
    ];
    const body = {
      kind: 'excavation',
      definition: 'excavation@1',
      title: { en: 'The old harbour' },
      parties,
    };
    const proposed = await api.post('/api/agreements', { ...body, attributes: { depth: 31 } }, coordinator);
    expect(proposed.json<Sent>()).toMatchObject({ code: 'wrong-attribute' });
    const letter = await LetterInMemory.propose(api, { ...body, attributes: { depth: 4 } });
    expect((await letter.agreement())['number']).toMatch(/^DIG-\d{4}-001$/);

    expect(await letter.told('set-attributes', { values: { depth: 5, season: 'winter' } })).toBe(
      'wrong-attribute',
    );
    expect(
      await letter.told('set-attributes', { values: { season: 'autumn', insured: true } }, rector),
    ).toEqual(['AttributesSet']);
    for (const [partyId, person] of [
      [api.people.base, api.people.baseHead],
      [api.people.district, api.people.chair],
      [third, rector],
    ] as const) {
      const positionId = await positionOf(partyId);
      expect(await letter.told('name-signatory', { partyId, positionId })).toEqual(['SignatoryNamed']);
      const { textHash } = (await detail(letter)).agreement;
      expect(await letter.told('approve-text', { partyId, textHash }, person)).toEqual(['TextApproved']);
    }
    expect(await letter.told('submit-for-signing', {})).toContain('StageEntered');
    expect((await detail(letter)).agreement).toMatchObject({
      stage: 'round-table',
      stageTitle: { en: 'Round table' },
      definition: 'excavation@1',
    });
    const sign = (partyId: string) => ({ partyId, means: 'ink', signedOn: today() });
    expect(await letter.told('record-signature', sign(api.people.base))).not.toContain('StageEntered');
    expect(await letter.told('record-signature', sign(third))).toContain('StageEntered');
    expect(await letter.told('set-attributes', { values: { starts: '2026-09-01' } })).toEqual([
      'AttributesSet',
    ]);
    expect(await letter.told('conclude-agreement', {})).toContain('StageEntered');
    expect((await detail(letter)).agreement).toMatchObject({
      stage: 'filled-in',
      ended: true,
      attributes: { depth: 4, season: 'autumn', insured: true, starts: '2026-09-01' },
    });
    const right = { values: { depth: 6 } };
    expect(await letter.told('set-attributes', right, rector)).toBe('not-allowed');
    expect(await letter.told('set-attributes', right)).toBe('text-missing');
    expect(await letter.told('set-attributes', { ...right, reason: 'A slip.' })).toEqual(['AttributesSet']);
    expect(await letter.agreement()).toMatchObject({ attributes: { depth: 6, season: 'autumn' } });
  });

  it('is found by its kind too, and refused under another', async () => {
    const title = { en: 'Another harbour' };
    const byKind = await LetterInMemory.propose(api, { kind: 'excavation', title });
    expect((await detail(byKind)).agreement.definition).toBe('excavation@1');
    const wrong = async (body: object) =>
      (await api.post('/api/agreements', body, coordinator)).json<Sent>().code;
    expect(await wrong({ kind: 'memorandum', definition: 'excavation@1', title })).toBe('unknown-kind');
    expect(await wrong({ kind: 'excavation', definition: 'excavation@2', title })).toBe('unknown-definition');
    expect(await wrong({ kind: 'expedition', title })).toBe('unknown-kind');
  });

  it('leaves the letters under an earlier version where they are', async () => {
    const earlier = await LetterInMemory.propose(api, { kind: 'excavation', title: { en: 'Before' } });
    const stages = excavation.stages.map((stage) =>
      stage.name === 'staking-out' ? { ...stage, title: { en: 'Pegging out' } } : stage,
    );
    expect(await publish({ ...excavation, version: 2, stages })).toMatchObject({ published: true });
    const later = await LetterInMemory.propose(api, { kind: 'excavation', title: { en: 'After' } });
    expect((await detail(earlier)).agreement).toMatchObject({
      definition: 'excavation@1',
      stageTitle: { en: 'Staking out' },
    });
    expect((await detail(later)).agreement).toMatchObject({
      definition: 'excavation@2',
      stageTitle: { en: 'Pegging out' },
    });
  });

  it('is another thing in another space', async () => {
    const there = await api.staffSpace('demo');
    const token = await api.tokenOf(there.coordinator, 'demo');
    const url = '/api/definitions/excavation@1';
    const answer = await api.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
    expect(answer.statusCode).toBe(404);
  });

  it('runs beside memorandum@1, which knows no research', async () => {
    const parties = [
      { partyId: api.people.base, role: 'first-party' },
      { partyId: api.people.district, role: 'second-party' },
    ];
    const letter = await LetterInMemory.propose(api, {
      kind: 'memorandum',
      title: { en: 'A memorandum' },
      parties,
    });
    for (const [partyId, positionId, person] of [
      [api.people.base, api.people.baseHeadPosition, api.people.baseHead],
      [api.people.district, api.people.chairPosition, api.people.chair],
    ] as const) {
      await letter.told('name-signatory', { partyId, positionId });
      const { textHash } = (await detail(letter)).agreement;
      await letter.told('approve-text', { partyId, textHash }, person);
    }
    await letter.told('submit-for-signing', {});
    for (const partyId of [api.people.base, api.people.district])
      await letter.told('record-signature', { partyId, means: 'ink', signedOn: today() });
    expect((await detail(letter)).agreement).toMatchObject({ stage: 'in-force', definition: 'memorandum@1' });
    expect(await letter.told('conclude-agreement', {})).toContain('StageEntered');
    expect((await detail(letter)).agreement).toMatchObject({ stage: 'concluded', ended: true });
  });

  async function positionOf(organisationId: string): Promise<string> {
    const answer = await api.get(`/api/organisations/${organisationId}`, coordinator);
    return answer.json<{ positions: { positionId: string }[] }>().positions[0]!.positionId;
  }
});

function today(): string {
  return Temporal.Now.plainDateISO('Asia/Shanghai').toString();
}
