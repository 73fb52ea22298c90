import { letterIn, SCAN, type Letter } from '../../../../../test/support/agreement-builders.js';
import type { ReviseSection } from '../commands.js';
import { textDifference, type TextSet } from './difference.js';

const drafting = letterIn('drafting');
const purpose = drafting.state.sections[0]!;

function revise(letter: Letter, change: Partial<ReviseSection>): Letter {
  const { sectionId = 'purpose', rendition = 'zh' } = change;
  const current = letter.state.sections.find((section) => section.sectionId === sectionId)?.renditions[
    rendition
  ];
  return letter.after({
    type: 'ReviseSection',
    sectionId,
    rendition,
    heading: current?.heading ?? '',
    body: current?.body ?? '',
    baseHash: current?.hash ?? null,
    ...change,
  });
}
const changed = ({ sections }: Pick<ReturnType<typeof textDifference>, 'sections'>) =>
  sections.filter(({ change, moved }) => change !== 'same' || moved);

describe('the difference of two texts', () => {
  it('names every section, and none as changed when nothing is', () => {
    const { sections, annexes } = textDifference(drafting.state, drafting.state);
    expect(sections.map(({ sectionId }) => sectionId)).toEqual(
      drafting.state.sections.map(({ sectionId }) => sectionId),
    );
    expect(changed({ sections })).toEqual([]);
    expect(annexes).toEqual([]);
  });

  it('tells a change in Chinese, which has no spaces, by its words', () => {
    const body = purpose.renditions.zh!.body.replace('平等互信', '平等互利');
    const { state } = revise(drafting, { body });
    const [difference, ...others] = changed(textDifference(drafting.state, state));
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ sectionId: 'purpose', change: 'changed', moved: false });
    const pieces = difference!.renditions[0]!.body;
    expect(pieces.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text])).toEqual([
      ['removed', '互信'],
      ['added', '互利'],
    ]);
    expect(difference!.renditions[1]!.body.every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('gives back both texts: without what went the one, without what came the other', () => {
    const body = 'Both sides pay their own way.';
    const { state } = revise(drafting, { rendition: 'en', body });
    const { renditions } = changed(textDifference(drafting.state, state))[0]!;
    const pieces = renditions.find(({ language }) => language === 'en')!.body;
    const textWithout = (left: string): string =>
      pieces.map(({ kind, text }) => (kind === left ? '' : text)).join('');
    expect([textWithout('added'), textWithout('removed')]).toEqual([purpose.renditions.en!.body, body]);
  });

  it('tells a section that came, and, the other way round, one that went', () => {
    const { state } = revise(drafting, {
      sectionId: 'language',
      rendition: 'en',
      heading: '6.',
      body: 'Chinese.',
    });
    expect(changed(textDifference(drafting.state, state))).toMatchObject([
      { sectionId: 'language', change: 'added', renditions: [{ language: 'en' }] },
    ]);
    expect(changed(textDifference(state, drafting.state))).toMatchObject([
      { sectionId: 'language', change: 'removed' },
    ]);
  });

  it('tells a section that stands elsewhere once, at its new place', () => {
    const [first, second, ...rest] = drafting.state.sections;
    const turned: TextSet = { ...drafting.state, sections: [second!, first!, ...rest] };
    const { sections } = textDifference(drafting.state, turned);
    expect(sections.map(({ sectionId }) => sectionId)).toHaveLength(5);
    expect(sections.filter(({ moved }) => moved)).toHaveLength(1);
  });

  it('tells annexes that came and went', () => {
    const { state } = drafting.after({ type: 'AttachAnnex', sha256: SCAN.sha256, title: { en: 'Annex 1' } });
    expect(textDifference(drafting.state, state).annexes).toMatchObject([{ change: 'added' }]);
    expect(textDifference(state, state).annexes).toMatchObject([{ change: 'same' }]);
    expect(textDifference(state, drafting.state).annexes).toMatchObject([
      { change: 'removed', annex: { title: { en: 'Annex 1' } } },
    ]);
  });
});
