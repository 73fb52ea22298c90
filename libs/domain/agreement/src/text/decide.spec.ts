import {
  approve,
  BASE,
  commands,
  Letter,
  letterIn,
  readyToSign,
  sampleContext,
} from '../../../../../test/support/agreement-builders.js';
import type { ReviseSection } from '../commands.js';
import { renditionHash, textHashOf } from './text-hash.js';

const drafting = letterIn('drafting');
const english = drafting.state.sections[0]!.renditions.en!;
const { sha256 } = sampleContext();

function revise(change: Partial<ReviseSection> = {}): ReviseSection {
  return {
    type: 'ReviseSection',
    sectionId: 'purpose',
    rendition: 'en',
    heading: '1. Purpose',
    body: 'A better purpose.',
    baseHash: english.hash,
    ...change,
  };
}
const added = revise({ sectionId: 'language', heading: '6. Language', body: 'Chinese.', baseHash: null });

describe('revising a section', () => {
  it('puts the new text in the place of the one it was based on', () => {
    const { decision, state } = drafting.when(revise());
    const hash = renditionHash(sha256, revise());
    expect(decision).toMatchObject([{ type: 'SectionRevised', data: { baseHash: english.hash, hash } }]);
    expect(state).toMatchObject({
      sections: [
        { sectionId: 'purpose', renditions: { en: { body: 'A better purpose.', hash } } },
        {},
        {},
        {},
        {},
      ],
    });
  });

  it('leaves the other language as it was', () => {
    const before = drafting.state.sections[0]!.renditions.zh;
    expect(drafting.after(revise()).state.sections[0]!.renditions.zh).toEqual(before);
  });

  it('adds a new section at the end', () => {
    expect(drafting.after(added).state.sections.at(-1)).toMatchObject({
      sectionId: 'language',
      renditions: { en: { body: 'Chinese.' } },
    });
  });

  it('on another base is refused with the current version', () => {
    const letter = drafting.after(revise());
    expect(letter.when(revise({ body: 'Mine.' })).decision).toEqual({
      refused: {
        code: 'stale-base',
        field: 'baseHash',
        facts: {
          currentHash: renditionHash(sha256, revise()),
          heading: '1. Purpose',
          body: 'A better purpose.',
        },
      },
    });
  });

  it('that is not there yet has no base', () => {
    expect(drafting.when({ ...added, baseHash: 'a hash' }).decision).toMatchObject({
      refused: { code: 'stale-base', facts: { currentHash: null, heading: null, body: null } },
    });
    expect(drafting.when(revise({ baseHash: null })).summary).toBe('stale-base');
  });

  it('to what it says already is a repeat, whatever its base', () => {
    const letter = drafting.after(revise());
    expect(letter.when(revise()).summary).toEqual([]);
    expect(letter.when(revise({ baseHash: null })).summary).toEqual([]);
  });

  it.each([
    ['invalid-section', { sectionId: 'Purpose' }],
    ['invalid-section', { sectionId: '__proto__' }],
    ['invalid-section', { sectionId: `a${'b'.repeat(40)}` }],
    ['text-too-long', { heading: 'x'.repeat(201) }],
    ['text-too-long', { body: 'x'.repeat(20_001) }],
    ['malformed-text', { heading: 'a\nb' }],
    ['malformed-text', { body: 'a\0b' }],
    ['malformed-text', { body: 'a\udc00b' }],
  ] as const)('keeps to the limits: %s', (code, change) => {
    expect(drafting.when(revise(change)).summary).toBe(code);
  });

  it('may reach the limits, and hold several lines', () => {
    const longest = revise({ heading: '题'.repeat(200), body: 'line\n\tline\r\n'.padEnd(20_000, '文') });
    expect(drafting.when(longest).summary).toEqual(['SectionRevised']);
  });

  it('adds sixty sections at most', () => {
    let letter = drafting;
    for (let index = 5; index < 60; index += 1)
      letter = letter.after({ ...added, sectionId: `extra-${index}` });
    expect(letter.state.sections).toHaveLength(60);
    expect(letter.when(added).decision).toMatchObject({
      refused: { code: 'limit-reached', facts: { limit: 60 } },
    });
    expect(letter.when({ ...added, sectionId: 'extra-59', rendition: 'zh' }).summary).toEqual([
      'SectionRevised',
    ]);
  });

  it('is over when the text is submitted: a text in signing cannot be revised', () => {
    for (const stage of ['signing', 'joint-research', 'review', 'concluded'] as const) {
      expect(letterIn(stage).when(revise()).summary).toBe('wrong-stage');
    }
  });
});

describe('the hash of the text', () => {
  it('is the one over all renditions, and the same however the text came about', () => {
    const there = drafting.after(revise()).after(added);
    const here = drafting.after(added).after(revise());
    expect(there.state.textHash).toBe(here.state.textHash);
    expect(there.state.textHash).toBe(textHashOf(sha256, there.state.sections));
  });

  it('changes with every word, heading and language', () => {
    const chinese = drafting.state.sections[0]!.renditions.zh!;
    const revisions = [
      revise(),
      revise({ heading: 'Aim' }),
      revise({ rendition: 'zh', baseHash: chinese.hash }),
      added,
    ];
    const hashes = revisions.map((command) => drafting.after(command).state.textHash);
    expect(new Set([drafting.state.textHash, ...hashes]).size).toBe(5);
  });
});

describe('approving the text', () => {
  it('approves one exact text for a party', () => {
    const { summary, state } = drafting.when(approve(drafting, BASE));
    expect(summary).toEqual(['TextApproved']);
    expect(state).toMatchObject({ parties: [{ approvedHash: drafting.state.textHash }, {}] });
  });

  it('again is a repeat', () => {
    const approved = drafting.after(approve(drafting, BASE));
    expect(approved.when(approve(approved, BASE)).summary).toEqual([]);
    expect(letterIn('signing').when(approve(letterIn('signing'), BASE)).summary).toEqual([]);
  });

  it('that has changed is refused with the hash it has now', () => {
    const letter = drafting.after(revise());
    expect(letter.when(approve(drafting, BASE)).decision).toEqual({
      refused: { code: 'text-changed', field: 'textHash', facts: { textHash: letter.state.textHash } },
    });
  });

  it('an old approval does not pass for a repeat once the text has changed', () => {
    const letter = readyToSign().after(revise());
    expect(letter.when(approve(drafting, BASE)).summary).toBe('text-changed');
  });

  it('takes a party of the agreement', () => {
    expect(drafting.when(approve(drafting, 'nobody')).summary).toBe('unknown-party');
    const alone = new Letter().after({ ...commands.propose, parties: [] });
    expect(alone.when(approve(alone, BASE)).summary).toBe('unknown-party');
  });

  it('is over after drafting', () => {
    expect(letterIn('signing').when({ type: 'ApproveText', partyId: BASE, textHash: 'other' }).summary).toBe(
      'wrong-stage',
    );
  });
});
