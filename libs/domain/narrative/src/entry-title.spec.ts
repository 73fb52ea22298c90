import {
  commands,
  COORDINATOR,
  letterIn,
  organisations,
  readyToSign,
  type Letter,
} from '../../../../test/support/agreement-builders.js';
import { entryTitle } from './entry-title.js';
import type { Names } from './voice.js';

const names: Names = {
  person: (id) => (id === COORDINATOR ? { zh: '林悦', en: 'Lin Yue' } : undefined),
  organisation: (id) => organisations.find(({ organisationId }) => organisationId === id)?.name,
  position: () => undefined,
};

function titles(letter: Letter, back = 1): [string, string] {
  const commandId = letter.commandId(-back);
  const events = letter.envelopes().filter((event) => event.commandId === commandId);
  return [entryTitle(events, names, 'en'), entryTitle(events, names, 'zh')];
}

describe('the line of an entry', () => {
  it('tells a proposal with its parties and what is due first', () => {
    expect(titles(letterIn('drafting'))).toEqual([
      'Lin Yue proposed the letter of intent “Modern agriculture in Daxing”; its parties are Modern Agriculture Think Tank Base and Daxing District Association; drafting is due by 30 March 2026.',
      '林悦提出合作意向书《大兴现代农业合作意向书》；参加方为现代农业智库基地、大兴区科学技术协会；起草阶段最迟于2026年3月30日完成。',
    ]);
  });

  it('of a submission says until when', () => {
    expect(titles(readyToSign().after(commands.submitForSigning))).toEqual([
      'Lin Yue submitted the agreement for signing; signing is due by 16 March 2026.',
      '林悦将文本提交签署；签署阶段最迟于2026年3月16日完成。',
    ]);
  });

  it('of the last signature says what followed by itself', () => {
    expect(titles(letterIn('joint-research'))).toEqual([
      'Lin Yue recorded that Daxing District Association signed by seal on 2 March 2026; every party has signed, so joint research began; the signed copy is due by 5 March 2026.',
      '林悦登记：大兴区科学技术协会已于2026年3月2日签署（加盖公章）；各方均已签署，随即进入联合研究阶段；签署件归档最迟于2026年3月5日完成。',
    ]);
  });

  it('of an earlier signature is its sentence', () => {
    expect(titles(letterIn('joint-research'), 2)[0]).toBe(
      'Lin Yue recorded that Modern Agriculture Think Tank Base signed in ink on 2 March 2026 in 北京.',
    );
  });

  it('of a milestone names its day once, and another one only when that is a day off', () => {
    const research = letterIn('joint-research');
    expect(titles(research.after(commands.planResearch))[0]).toMatch(/is to complete by 30 June 2026\.$/u);
    expect(titles(research.after({ ...commands.planResearch, dueOn: '2026-05-02' }))).toEqual([
      'Lin Yue planned the research milestone “A joint study”, which Modern Agriculture Think Tank Base is to complete by 2 May 2026; that being a day off, the deadline is 6 May 2026.',
      '林悦制定研究里程碑“联合调研”，由现代农业智库基地负责，定于2026年5月2日完成；当日为休息日，期限顺延至2026年5月6日。',
    ]);
  });

  it('of a verdict says where it leads', () => {
    expect(titles(letterIn('review').after(commands.requestRevision))).toEqual([
      'Lin Yue gave the verdict of the review: revision requested; joint research resumed.',
      '林悦作出评审结论：要求修改；重新进入联合研究阶段。',
    ]);
    expect(titles(letterIn('terminated'))).toEqual([
      'Lin Yue gave the verdict of the review: failed; the agreement was terminated.',
      '林悦作出评审结论：未通过；本次合作终止。',
    ]);
  });

  it('of an end says it once', () => {
    expect(titles(letterIn('withdrawn'))[0]).toBe(
      'Lin Yue withdrew the agreement, giving the reason “Entered for the wrong district”.',
    );
    expect(titles(letterIn('concluded'))[0]).toBe('Lin Yue concluded the agreement.');
  });

  it('of nothing is empty', () => {
    expect(entryTitle([], names, 'en')).toBe('');
  });
});
