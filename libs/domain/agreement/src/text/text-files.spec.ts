import {
  approve,
  BASE,
  BASE_PERSON,
  letterIn,
  sampleContext,
  SCAN,
  Letter,
} from '../../../../../test/support/agreement-builders.js';
import type { AgreementCommand, ProvideTextFile } from '../commands.js';
import type { FileReference } from '../words.js';
import { textDifference } from './difference.js';
import { textHashOf } from './text-hash.js';

const drafting = letterIn('drafting');
const { sha256 } = sampleContext();
const WORD: FileReference = {
  sha256: 'b'.repeat(64),
  size: 30_000,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

function provide({ state }: Letter, change: Partial<ProvideTextFile> = {}): ProvideTextFile {
  const { textHash } = state;
  return { type: 'ProvideTextFile', rendition: 'zh', sha256: SCAN.sha256, textHash, ...change };
}
const remove = { type: 'RemoveTextFile', rendition: 'zh', sha256: SCAN.sha256 } as const;
const revise = {
  type: 'ReviseSection',
  sectionId: 'purpose',
  rendition: 'zh',
  heading: '一、目的',
  body: '双方共同努力。',
  baseHash: null,
} as const;
/** The same letter, to which this file was sent. */
const sent = (letter: Letter, file?: FileReference): Letter => {
  const { file: _, ...context } = letter.context;
  return new Letter(letter.entries, file ? { ...context, file } : context);
};
const refusal = (letter: Letter, command: AgreementCommand): unknown => {
  const { decision } = letter.when(command);
  return 'refused' in decision ? decision.refused : 'accepted';
};
const inFile = drafting.after(provide(drafting));

describe('the text as a file', () => {
  it('takes the place of the sections in its language, and leaves the other one', () => {
    const { sections, textFiles } = inFile.state;
    expect(textFiles).toMatchObject([{ rendition: 'zh', file: SCAN }]);
    expect(sections.map(({ sectionId }) => sectionId)).toEqual(
      drafting.state.sections.map(({ sectionId }) => sectionId),
    );
    expect(sections.every(({ renditions }) => renditions.zh === undefined)).toBe(true);
    const both = inFile.after(provide(inFile, { rendition: 'en' }));
    expect(both.state.sections).toEqual([]);
  });

  it('is what the hash of the set is over, so that every approval is one of another text', () => {
    const { sections, textHash } = inFile.state;
    expect(textHash).toBe(textHashOf(sha256, sections, [], [{ rendition: 'zh', file: SCAN }]));
    const approved = drafting.after(approve(drafting, BASE), { actor: BASE_PERSON });
    expect(refusal(approved.after(provide(approved)), approve(drafting, BASE))).toMatchObject({
      code: 'text-changed',
    });
  });

  it('of one language has another hash than the same file of the other one', () => {
    const english = drafting.after(provide(drafting, { rendition: 'en' }));
    expect(english.state.textHash).not.toBe(inFile.state.textHash);
  });

  it('is a text that can be submitted, also where it is the only one', () => {
    const both = inFile.after(provide(inFile, { rendition: 'en' }));
    expect(refusal(both, { type: 'SubmitForSigning' })).toMatchObject({
      facts: { missing: expect.not.arrayContaining(['text-present@1']) },
    });
  });

  it.each<[string, Letter, AgreementCommand, object]>([
    ['of a file that was never sent', sent(drafting), provide(drafting), { code: 'unknown-file' }],
    [
      'of a photograph',
      sent(drafting, { ...SCAN, mediaType: 'image/png' }),
      provide(drafting),
      { code: 'not-a-text-file', field: 'sha256', facts: { found: 'image/png' } },
    ],
    [
      'over a text that has changed since it was seen',
      drafting,
      provide(drafting, { textHash: 'x' }),
      { code: 'text-changed', field: 'textHash' },
    ],
    ['while it is signed', letterIn('signing'), provide(letterIn('signing')), { code: 'wrong-stage' }],
  ])('is refused %s', (_, letter, command, expected) => {
    expect(refusal(letter, command)).toMatchObject(expected);
  });

  it('is not mixed with sections: one is refused in its language, and taken in the other', () => {
    expect(refusal(inFile, revise)).toMatchObject({
      code: 'text-is-a-file',
      field: 'rendition',
      facts: { sha256: SCAN.sha256 },
    });
    const base = inFile.state.sections[0]?.renditions.en?.hash ?? null;
    expect(refusal(inFile, { ...revise, rendition: 'en', baseHash: base })).toBe('accepted');
  });

  it('provided again changes nothing; another file replaces it and says which', () => {
    expect(inFile.when(provide(inFile)).decision).toEqual([]);
    const replacing = provide(inFile, { sha256: WORD.sha256 });
    expect(sent(inFile, WORD).when(replacing).decision).toMatchObject([
      { type: 'TextFileProvided', data: { file: WORD, replaces: SCAN.sha256 } },
    ]);
  });

  it('that is removed makes room for sections again', () => {
    const removed = inFile.after(remove);
    expect(removed.state.textFiles).toBeUndefined();
    expect(refusal(removed, revise)).toBe('accepted');
    expect(removed.when(remove).decision).toEqual([]);
    expect(refusal(drafting, remove)).toMatchObject({ code: 'unknown-text-file' });
  });

  it('taken back gives the sections back as they were', () => {
    const taken = inFile.after({
      type: 'RetractEntry',
      commandId: inFile.commandId(-1),
      reason: 'The wrong file.',
    });
    expect(taken.state.sections).toEqual(drafting.state.sections);
    expect(taken.state.textHash).toBe(drafting.state.textHash);
  });
});

describe('the difference to a text that is a file', () => {
  it('says which file came for the sections, and which for which', () => {
    const replaced = sent(inFile, WORD).after(provide(inFile, { sha256: WORD.sha256 }));
    const between = (one: Letter, other: Letter) => textDifference(one.state, other.state).textFiles;
    expect(between(drafting, inFile)).toEqual([{ language: 'zh', change: 'added', after: SCAN }]);
    expect(between(inFile, replaced)).toEqual([
      { language: 'zh', change: 'changed', before: SCAN, after: WORD },
    ]);
    expect(between(inFile, inFile)).toMatchObject([{ change: 'same' }]);
    expect(between(replaced, drafting)).toEqual([{ language: 'zh', change: 'removed', before: WORD }]);
    expect(between(drafting, drafting)).toEqual([]);
  });
});
