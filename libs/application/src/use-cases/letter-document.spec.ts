import {
  BASE,
  commands,
  letterIn,
  readyToSign,
  SCAN,
  type Letter,
} from '../../../../test/support/agreement-builders.js';
import type { LetterToPrint } from '../ports/letter-documents.js';
import type { ReadAgreement } from '../queries/read-agreement.js';
import { letterToPrint, MAX_PRINTED } from './letter-document.js';

function read(letter: Letter): ReadAgreement {
  const history = letter.envelopes().map((event, at) => ({ event, position: String(at) }));
  return { agreementId: 'a', agreement: letter.state, history, hidden: new Set() };
}
const choice = { format: 'pdf', language: 'zh' } as const;
function printed(letter: Letter): LetterToPrint {
  const made = letterToPrint(read(letter), choice, 'Asia/Shanghai');
  if ('refused' in made) throw new Error(made.refused.code);
  return made;
}
const revise = (body: string, sectionId: string) =>
  ({ type: 'ReviseSection', sectionId, rendition: 'zh', heading: '加', body, baseHash: null }) as const;

describe('a letter to print', () => {
  it('is a draft until every party has approved the text and it is frozen', () => {
    expect(printed(letterIn('drafting')).standing).toBe('draft');
    expect(printed(readyToSign()).standing).toBe('draft');
    expect(printed(letterIn('signing')).standing).toBe('approved');
    expect(printed(letterIn('concluded')).standing).toBe('approved');
    expect(printed(letterIn('drafting').after(commands.withdraw)).standing).toBe('draft');
  });

  it('names the revision with which its text came to read so, whatever happened to the letter since', () => {
    const revised = letterIn('drafting').after(revise('一句话。', 'more'));
    const { textRevision, textSince } = printed(revised);
    expect(revised.envelopes()[textRevision]).toMatchObject({
      type: 'SectionRevised',
      recordedAt: textSince,
    });
    const approved = revised.after({ type: 'ApproveText', partyId: BASE, textHash: revised.state.textHash! });
    expect(printed(approved).textRevision).toBe(textRevision);
    expect(printed(approved.after(revise('又一句。', 'last'))).textRevision).toBeGreaterThan(textRevision);
  });

  it('has who signs, in the words of the letter', () => {
    const [base] = printed(letterIn('signing')).parties;
    expect(base).toMatchObject({ role: { zh: '智库基地', en: 'Think tank base' } });
    expect(base?.signatory).toBeDefined();
  });

  it('is refused in a language in which the text is a file: that is the paper', () => {
    const drafting = letterIn('drafting');
    const filed = drafting.after({
      type: 'ProvideTextFile',
      rendition: 'zh',
      sha256: SCAN.sha256,
      textHash: drafting.state.textHash,
    });
    const refused = { refused: { code: 'text-is-a-file', facts: { sha256: SCAN.sha256 } } };
    expect(letterToPrint(read(filed), choice, 'Asia/Shanghai')).toEqual(refused);
    expect(letterToPrint(read(filed), { ...choice, language: 'both' }, 'Asia/Shanghai')).toEqual(refused);
    expect(letterToPrint(read(filed), { ...choice, language: 'en' }, 'Asia/Shanghai')).toMatchObject({
      language: 'en',
    });
  });

  it('is refused when nobody could print it, in the language in which it is that long', () => {
    let long = letterIn('drafting');
    for (let at = 0; at * 20_000 < MAX_PRINTED; at += 1)
      long = long.after(revise('文'.repeat(20_000), `long-${at}`));
    const limit = { refused: { code: 'text-too-long', facts: { limit: MAX_PRINTED } } };
    expect(letterToPrint(read(long), choice, 'Asia/Shanghai')).toEqual(limit);
    expect(letterToPrint(read(long), { ...choice, language: 'both' }, 'Asia/Shanghai')).toEqual(limit);
    expect(letterToPrint(read(long), { ...choice, language: 'en' }, 'Asia/Shanghai')).not.toHaveProperty(
      'refused',
    );
  });
});
