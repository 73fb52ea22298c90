import type { RemindedOf } from '@entente/application';
import type { WhatIsAsked } from '@entente/reminder';

import { askedIn, type Told } from './duty.js';
import type { Link } from './layout.js';
import { dateInWords, daysLeftInWords, inLanguage, oneLine, type Language } from './words.js';

/** What stands before the link by which somebody answers. */
export const ANSWER_LABEL = {
  zh: '回复本提醒（无需登录）：我来办理、稍后提醒、非我负责',
  en: 'Answer without signing in: I am on it, remind me later, or not mine',
} as const;

/** All of it in one line. */
export function lineOf(language: Language, of: Told): string {
  const { due, title, number } = partsOf(language, of);
  const { subject } = askedIn(language, of);
  const numbered = number === undefined ? '' : `${number} `;
  return language === 'zh'
    ? `${subject}：${numbered}《${title}》，截止 ${due.date}（${due.left}）`
    : `${subject}: ${numbered}“${title}”, due ${due.date} (${due.left})`;
}

export function answerOf(language: Language, { answerUrl: url }: RemindedOf): { readonly answer?: Link } {
  return url === undefined ? {} : { answer: { label: ANSWER_LABEL[language], url } };
}

/** Which letter, and until when, as names and values. */
export function factsOf(language: Language, of: RemindedOf): readonly (readonly [string, string])[] {
  const { due, title, number } = partsOf(language, of);
  if (language === 'zh') {
    return [
      ...(number === undefined ? [] : [['编号', number] as const]),
      ['名称', title],
      [
        '截止日期',
        `${due.date}当日结束前（${due.zone}）${due.provisional ? '，日历尚未公布，为暂定日期' : ''}`,
      ],
      ['剩余时间', due.left],
    ];
  }
  return [
    ...(number === undefined ? [] : [['Number', number] as const]),
    ['Title', title],
    [
      'Due',
      `${due.date}, until the end of the day (${due.zone})${due.provisional ? '; provisional, as the holidays are not published yet' : ''}`,
    ],
    ['Time left', due.left],
  ];
}

export function partsOf(language: Language, { letter, due }: WhatIsAsked) {
  return {
    title: oneLine(inLanguage(letter.title, language)),
    number: letter.number === undefined ? undefined : oneLine(letter.number),
    due: {
      date: dateInWords(due.localDate, language),
      left: daysLeftInWords(due.daysLeft, language),
      zone: due.zone,
      provisional: due.provisional,
    },
  };
}

export function linkTo({ agreementId }: RemindedOf, publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/u, '')}/agreements/${encodeURIComponent(agreementId)}`;
}
