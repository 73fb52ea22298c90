import { isRefused } from '@entente/event-sourcing';

import { BASE, commands, letterIn, readyToSign } from '../../../../test/support/agreement-builders.js';
import { refusalSentence, refusalSentences } from './refusal-sentence.js';

const LANGUAGES = ['en', 'zh'] as const;

function told(outcome: ReturnType<ReturnType<typeof letterIn>['when']>): [string, string] {
  const { decision } = outcome;
  if (!isRefused(decision)) throw new Error('it was not refused');
  const { code, facts } = decision.refused;
  return [refusalSentence(code, facts, 'en'), refusalSentence(code, facts, 'zh')];
}

describe('why something was refused', () => {
  it('says in which stages it would be right', () => {
    expect(told(letterIn('joint-research').when(commands.withdraw))).toEqual([
      'The agreement stands at joint research; this can be done at these stages only: drafting and signing.',
      '合作目前处于联合研究阶段，此操作只能在以下阶段进行：起草、签署。',
    ]);
  });

  it('says which conditions are missing', () => {
    expect(told(letterIn('drafting').when(commands.submitForSigning))).toEqual([
      'This is possible as soon as every party has named its signatory and every party has approved the text as it stands.',
      '条件尚未满足。须先做到：各方均已确定签署人、各方均已认可当前文本。',
    ]);
  });

  it('says days as people write them', () => {
    expect(told(letterIn('signing').when({ ...commands.signBase, signedOn: '2026-03-01' }))).toEqual([
      'The agreement was proposed on 2 March 2026; it cannot have been signed before.',
      '本次合作于2026年3月2日提出，签署日期不能早于该日。',
    ]);
  });

  it('says what stands in the way of a retraction', () => {
    const letter = readyToSign();
    const retract = { type: 'RetractEntry', commandId: letter.commandId(1), reason: 'x' } as const;
    expect(told(letter.after(commands.submitForSigning).when(retract))).toEqual([
      'A later entry rests on this one; take that back first.',
      '有1条后来的记录以此为依据，请先撤销这些记录。',
    ]);
    expect(told(letter.when(retract, { actor: BASE }))[0]).toBe(
      'Only one’s own entry can be taken back; another’s takes a second person.',
    );
    expect(told(letter.when(retract, { now: '2026-04-01T01:00:00.000Z' }))[0]).toBe(
      'An entry can be taken back within 24 hours; after that it takes a second person.',
    );
  });

  it.each(Object.keys(refusalSentences))('%s is told in both languages, even without its facts', (code) => {
    for (const language of LANGUAGES) {
      for (const facts of [
        undefined,
        {},
        { stage: 5, open: 'x', entries: null, missing: [1], limit: [], today: {} },
      ]) {
        const text = refusalSentence(code, facts, language);
        expect(text).toMatch(language === 'zh' ? /^[^a-z].*。$/u : /^[A-Z].*\.$/u);
        expect(text).not.toMatch(/undefined|\[object/u);
      }
    }
  });

  it('a code from elsewhere is told by its name', () => {
    expect(refusalSentence('too-late', {}, 'en')).toBe('This was refused (too-late).');
    expect(refusalSentence('toString', {}, 'zh')).toBe('操作未被接受（toString）。');
  });
});
