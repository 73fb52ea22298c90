import { agreementDecider, registerDecider, workflowDecider, type Language } from '@entente/agreement';
import { calendarDecider, deskDecider, organisationDecider, personDecider } from '@entente/directory';
import { meetingDecider } from '@entente/meeting';
import { remindersDecider } from '@entente/reminder';

import { BASE_PERSON, commands, complete, letterIn } from '../../../../test/support/agreement-builders.js';
import { agreementTold } from '../../../../test/support/told/agreement.js';
import { correctionTold } from '../../../../test/support/told/correction.js';
import { calendarTold } from '../../../../test/support/told/calendar.js';
import { deskTold } from '../../../../test/support/told/desk.js';
import { definitionTold } from '../../../../test/support/told/definition.js';
import { directoryTold } from '../../../../test/support/told/directory.js';
import { draftingTold } from '../../../../test/support/told/drafting.js';
import { meetingTold } from '../../../../test/support/told/meeting.js';
import { reminderTold } from '../../../../test/support/told/reminder.js';
import { event, last, names } from '../../../../test/support/told/telling.js';
import { sentence, sentences } from './sentence.js';
import type { Names } from './voice.js';

const nameless: Names = { person: () => undefined, organisation: () => undefined, position: () => undefined };

const DECLARED = [
  agreementDecider,
  registerDecider,
  workflowDecider,
  organisationDecider,
  personDecider,
  deskDecider,
  calendarDecider,
  remindersDecider,
  meetingDecider,
].flatMap(({ schemaVersions }) => Object.keys(schemaVersions));

const research = letterIn('joint-research');
const planned = research.after(commands.planResearch);
const completed = planned.after(complete(planned), { actor: BASE_PERSON });
const drafting = letterIn('drafting').envelopes();

const TOLD = [
  ...agreementTold,
  ...draftingTold,
  ...correctionTold,
  ...definitionTold,
  ...calendarTold,
  ...directoryTold,
  ...deskTold,
  ...reminderTold,
  ...meetingTold,
];

describe('a sentence', () => {
  it.each(TOLD.map(([told, ...texts]) => [...texts, told] as const))('%s', (en, zh, told) => {
    expect([sentence(told, names, 'en'), sentence(told, names, 'zh')]).toEqual([en, zh]);
  });

  it('is there for every type of event that any stream of ours holds', () => {
    expect(Object.keys(sentences).sort()).toEqual([...new Set(DECLARED)].sort());
    expect(new Set(TOLD.map(([{ type }]) => type))).toEqual(new Set(DECLARED));
  });

  it.each<Language>(['en', 'zh'])('is told in %s without any name that is gone, and ends', (language) => {
    for (const [told] of TOLD) {
      const text = sentence(told, nameless, language);
      expect(text).toMatch(language === 'zh' ? /^[^a-z].*。$/u : /^[A-Z].*\.$/u);
      expect(text).not.toMatch(/undefined|Chen Jing|陈静|Lin Yue|林悦/u);
    }
  });

  it('says the milestone’s name where the caller knows it', () => {
    const titled = { ...names, milestone: () => ({ zh: '联合调研', en: 'A joint study' }) };
    expect(sentence(last(completed, 2), titled, 'en')).toBe(
      'Chen Jing reported the milestone “A joint study” as completed on 2 March 2026.',
    );
    expect(sentence(last(completed), titled, 'zh')).toBe('里程碑“联合调研”的事项已完成，期限随之结束。');
  });

  it('takes a name from the other language when there is none in this one', () => {
    const chinese = { ...names, person: () => ({ zh: '林悦' }) };
    expect(sentence(drafting[0]!, chinese, 'en')).toMatch(/^林悦 proposed/u);
  });

  it('a day whose holidays are not published yet is told as provisional', () => {
    const far = research.after({ ...commands.planResearch, dueOn: '2031-03-03' });
    expect(sentence(last(far), names, 'en')).toBe(
      'A milestone is due by 3 March 2031 (provisional: the holidays of that year are not published yet).',
    );
    expect(sentence(last(far), names, 'zh')).toBe(
      '一项里程碑最迟于2031年3月3日完成（该年放假安排尚未公布，日期暂定）。',
    );
  });

  it('a type from elsewhere is told by its name', () => {
    expect(sentence(event('TeaServed', {}), names, 'en')).toBe(
      'An event of the type “TeaServed” was recorded.',
    );
    expect(sentence(event('constructor', {}), names, 'zh')).toBe('记录了一项“constructor”。');
  });

  it('a revision that is asked for is told as the way back', () => {
    const again = letterIn('review').after(commands.requestRevision);
    expect(sentence(last(again, 2), names, 'en')).toBe(
      'A revision was requested, so joint research resumed.',
    );
    expect(sentence(last(again, 2), names, 'zh')).toBe('评审要求修改，重新进入联合研究阶段。');
  });
});
