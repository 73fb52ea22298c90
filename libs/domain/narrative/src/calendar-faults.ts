import type { Language } from '@entente/agreement';
import type { DraftFault } from '@entente/directory';

import { dayInWords } from './day-in-words.js';

type Fact = (name: string) => string;
type Words = Readonly<Record<Language, (fact: Fact) => string>>;

const FAULTS: Readonly<Record<DraftFault['code'], Words>> = {
  'no-date': { zh: () => '没有这一天。', en: () => 'There is no such day.' },
  'range-reversed': {
    zh: () => '结束日期早于起始日期。',
    en: () => 'The last day lies before the first.',
  },
  'range-too-long': {
    zh: (fact) => `最晚到${fact('latest')}。`,
    en: (fact) => `It goes to ${fact('latest')} at the latest.`,
  },
  'too-many-days': {
    zh: (fact) => `最多${fact('most')}天。`,
    en: (fact) => `There are ${fact('most')} days at most.`,
  },
  'day-twice': {
    zh: (fact) => `${fact('date')}重复出现。`,
    en: (fact) => `${fact('date')} is there twice.`,
  },
  'day-outside-range': {
    zh: () => '这一天不在日历的起止日期之内。',
    en: () => 'This day lies outside the days the list is for.',
  },
  'weekday-unknown': {
    zh: () => '星期应为1（星期一）至7（星期日）。',
    en: () => 'A day of the week is 1 for Monday to 7 for Sunday.',
  },
  'no-working-day': { zh: () => '没有留下任何工作日。', en: () => 'No working day is left.' },
  'closure-is-working-day': {
    zh: () => '单位自己的休息日中不能有补班日。',
    en: () => 'Closures hold no working days.',
  },
  'make-up-day-no-weekend': {
    zh: (fact) => `${fact('date')}不是周末，不能作为补班日。`,
    en: (fact) => `${fact('date')} is no weekend, so nothing is made up on it.`,
  },
  'year-half-covered': {
    zh: () => '年份只公布了一部分，请补全整年。',
    en: () => 'A year is there only in part; a list holds whole years.',
  },
  'statutory-day-missing': {
    zh: (fact) => `缺少法定节假日${fact('date')}，该年的安排不完整。`,
    en: (fact) => `${fact('date')} is off by law and is not in the list, so its year is not complete.`,
  },
  'years-apart': {
    zh: (fact) => `与已公布的年份（${fact('publishedFrom')}至${fact('publishedTo')}）不相连。`,
    en: (fact) =>
      `Years lie between these and those published, from ${fact('publishedFrom')} to ${fact('publishedTo')}.`,
  },
  'name-missing': { zh: () => '新日历需要名称。', en: () => 'A new calendar needs a name.' },
};

/** What is wrong with a list of days, in a sentence; the pointer, or the line, says where. */
export function calendarFaultSentence(
  { code, facts = {} }: Pick<DraftFault, 'code' | 'facts'>,
  language: Language,
): string {
  return FAULTS[code][language]((name) => {
    const fact = facts[name];
    const value = typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '…';
    return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? dayInWords(value, language) : value;
  });
}
