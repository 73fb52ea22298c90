import { routedMemorandum } from '../support/routed-letter.js';
import { ApiInMemory } from './support/api-in-memory.js';
import { appoint, LetterInMemory } from './support/letters-in-memory.js';

interface SignedIn {
  readonly viewer: { readonly positions: readonly { readonly positionId: string }[] };
}
interface Detail {
  readonly agreement: {
    readonly textHash: string;
    readonly routes?: readonly { readonly words: object[] }[];
  };
  readonly possible: readonly { readonly command: string; readonly post?: string }[];
}

describe('an approval route inside a party, over HTTP', () => {
  let api: ApiInMemory;
  let letter: LetterInMemory;
  let counsel: string;
  let treasurer: string;
  let approvers: readonly object[];

  beforeAll(async () => {
    api = await ApiInMemory.open();
    const { base, baseHead, district, coordinator } = api.people;
    counsel = await appoint(api, base, 'Counsel', []);
    treasurer = await appoint(api, base, 'Treasurer', []);
    await api.post('/api/definitions', routedMemorandum, coordinator);
    letter = await LetterInMemory.propose(api, {
      kind: routedMemorandum.kind,
      title: { en: 'A common understanding' },
      parties: [
        { partyId: base, role: 'first-party' },
        { partyId: district, role: 'second-party' },
      ],
    });
    const held = async (person: string) =>
      (await api.get('/api/session', person)).json<SignedIn>().viewer.positions[0]?.positionId;
    approvers = [
      { post: 'legal', positionId: await held(counsel) },
      { post: 'finance', positionId: await held(treasurer) },
      { post: 'director', positionId: await held(baseHead) },
      { post: 'deputy', positionId: await held(counsel) },
    ];
  });
  afterAll(() => api.close());

  const detail = async (who: string): Promise<Detail> =>
    (await api.get(`/api/agreements/${letter.id}`, who)).json<Detail>();
  const inside = async (who: string) =>
    (await detail(who)).possible
      .filter(({ command }) =>
        ['EndorseText', 'ReturnText', 'ApproveText', 'NameApprovers'].includes(command),
      )
      .map(({ command, post }) => (post === undefined ? command : `${command} ${post}`));
  const say = async (command: string, post: string, who: string, more: object = {}) => {
    const { textHash } = (await detail(who)).agreement;
    return letter.told(command, { partyId: api.people.base, post, textHash, ...more }, who);
  };

  it('is begun by the party’s own people and by nobody else', async () => {
    const { base, baseHead, chair, coordinator } = api.people;
    const naming = { partyId: base, approvers };
    expect(await letter.told('name-approvers', naming, coordinator)).toBe('not-allowed');
    expect(await letter.told('name-approvers', naming, chair)).toBe('not-allowed');
    expect(await inside(baseHead)).toEqual(['NameApprovers']);
    expect(await letter.told('name-approvers', naming, baseHead)).toEqual(['ApproversNamed']);
  });

  it('takes the word of the position that is named, step by step', async () => {
    const { baseHead, coordinator } = api.people;
    expect(await inside(counsel)).toEqual(['NameApprovers', 'EndorseText legal', 'ReturnText legal']);
    expect(await say('endorse-text', 'legal', treasurer)).toBe('not-allowed');
    expect(await say('endorse-text', 'legal', coordinator)).toBe('not-allowed');
    expect(await say('endorse-text', 'director', baseHead)).toBe('not-their-step');
    expect(await say('endorse-text', 'legal', counsel)).toEqual(['TextEndorsed']);
    expect(await say('return-text', 'finance', treasurer, { reason: 'Who pays?' })).toEqual(['TextReturned']);
    expect(await inside(baseHead)).toEqual(['NameApprovers']);
  });

  it('lets the party approve when it is done, and tells the other side of that alone', async () => {
    const { base, baseHead, chair, coordinator } = api.people;
    expect(await say('endorse-text', 'finance', treasurer)).toEqual(['TextEndorsed']);
    const { textHash } = (await detail(baseHead)).agreement;
    const approval = { partyId: base, textHash };
    expect(await letter.told('approve-text', approval, baseHead)).toBe('route-not-complete');
    expect(await say('endorse-text', 'director', baseHead)).toEqual(['TextEndorsed']);
    expect((await detail(counsel)).agreement.routes?.[0]?.words).toHaveLength(3);
    for (const other of [chair, coordinator]) expect((await detail(other)).agreement.routes).toBeUndefined();
    expect(await letter.told('approve-text', approval, baseHead)).toEqual(['TextApproved']);
  });
});
