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

  it('can read what became of the text between any two of its revisions', async () => {
    const { baseHead, chair } = api.people;
    await revise(sections[0], 'Ours', baseHead);
    await revise(sections[1], 'Theirs', chair);
    const text = async <Answer>(path: string): Promise<Answer> =>
      (await api.get(`/api/agreements/${letter.id}/text${path}`, chair)).json<Answer>();
    interface Text {
      readonly textHash: string;
      readonly revisions: readonly { readonly revision: number; readonly title: { readonly en: string } }[];
    }
    const { revisions, textHash } = await text<Text>('');
    const [theirs, ours, first] = revisions;
    expect(revisions.map(({ title }) => title.en)).toEqual([
      expect.stringContaining('revised the section'),
      expect.stringContaining('revised the section'),
      expect.stringContaining('proposed'),
    ]);
    expect((await text<Text>(`?at=${ours?.revision}`)).textHash).not.toBe(textHash);
    const { sections: all, ...compared } = await text<{
      readonly sections: readonly { readonly sectionId: string; readonly change: string }[];
    }>(`/diff?from=${first?.revision}&to=${theirs?.revision}`);
    expect(all.filter(({ change }) => change !== 'same').map(({ sectionId }) => sectionId)).toEqual(
      [sections[0], sections[1]].map((section) => section?.sectionId),
    );
    expect(compared).toMatchObject({ from: { revision: first?.revision }, to: { textHash }, annexes: [] });
    const future = await api.get(`/api/agreements/${letter.id}/text/diff?from=0&to=999`, chair);
    expect(future.statusCode).toBe(404);
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
