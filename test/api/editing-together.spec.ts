import { ApiInMemory } from './support/api-in-memory.js';
import { LetterInMemory, type Sent } from './support/letters-in-memory.js';

interface Section {
  readonly sectionId: string;
  readonly renditions: { readonly en: { readonly hash: string; readonly body: string } };
}

describe('two people who write at the same time', () => {
  let api: ApiInMemory;
  let letter: LetterInMemory;
  let sections: readonly Section[];
  beforeAll(async () => {
    api = await ApiInMemory.open();
  });
  beforeEach(async () => {
    letter = await LetterInMemory.propose(api);
    sections = (await letter.agreement())['sections'] as readonly Section[];
  });
  afterAll(() => api.close());

  const revise = (section: Section | undefined, body: string, who: string) =>
    letter.send(
      'revise-section',
      {
        sectionId: section?.sectionId,
        rendition: 'en',
        heading: 'A heading',
        body,
        baseHash: section?.renditions.en.hash,
      },
      who,
    );

  it('in different sections never stand in each other’s way', async () => {
    const { baseHead, chair } = api.people;
    const answers = await Promise.all(
      sections.map((section, index) => revise(section, `Body ${index}`, index % 2 === 0 ? baseHead : chair)),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(sections.map(() => 200));
    const after = (await letter.agreement())['sections'] as readonly Section[];
    expect(after.map(({ renditions }) => renditions.en.body)).toEqual(sections.map((_, i) => `Body ${i}`));
  });

  it('in one section: the second is refused, and told what stands there now', async () => {
    const { baseHead, chair } = api.people;
    const answers = await Promise.all([
      revise(sections[0], 'Ours', baseHead),
      revise(sections[0], 'Theirs', chair),
    ]);
    const [first, second] = answers.toSorted((one, other) => one.statusCode - other.statusCode);
    expect([first?.statusCode, second?.statusCode]).toEqual([200, 409]);
    const [current] = (await letter.agreement())['sections'] as readonly Section[];
    expect(second?.json<Sent>()).toMatchObject({
      code: 'stale-base',
      facts: { currentHash: current?.renditions.en.hash, body: current?.renditions.en.body },
    });
  });
});
