import type { RemindedOf } from '@entente/application';
import type { WhatIsAsked } from '@entente/reminder';

import type { Link } from './layout.js';
import { dateInWords, daysLeftInWords, inLanguage, lowered, oneLine, type Language } from './words.js';

/** What is asked of somebody, as a subject and as a sentence. */
export interface Asked {
  readonly subject: string;
  readonly sentence: string;
}

/** What stands before the link by which somebody answers. */
export const ANSWER_LABEL = {
  zh: '回复本提醒（无需登录）：我来办理、稍后提醒、非我负责',
  en: 'Answer without signing in: I am on it, remind me later, or not mine',
} as const;

type Told = WhatIsAsked & Pick<RemindedOf, 'escalated'>;

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

export function askedIn(language: Language, of: Told): Asked {
  return language === 'zh' ? askedInChinese(of) : askedInEnglish(of);
}

function askedInChinese(mail: Told): Asked {
  const asked = dutyInChinese(mail);
  if (mail.escalated === undefined) return asked;
  const { subject } = asked;
  return { subject: `逾期上报：${subject}`, sentence: `以下事项已逾期，现上报，请您督促：${subject}。` };
}

function askedInEnglish(mail: Told): Asked {
  const asked = dutyInEnglish(mail);
  if (mail.escalated === undefined) return asked;
  const { subject } = asked;
  return {
    subject: `Overdue: ${subject}`,
    sentence: `This is overdue, and you are asked to see to it: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}.`,
  };
}

function dutyInChinese({ about, due }: WhatIsAsked): Asked {
  const coming = due.daysLeft < 0 ? '已逾期' : '即将到期';
  switch (about.kind) {
    case 'signing':
      return { subject: '请签署', sentence: '以下文件等待贵方签署。' };
    case 'signed-copy':
      return { subject: '请归档签署件', sentence: '以下文件已签署完毕，等待扫描归档签署件。' };
    case 'milestone': {
      const title = oneLine(inLanguage(about.title, 'zh'));
      return { subject: `里程碑“${title}”${coming}`, sentence: `由贵方负责的里程碑“${title}”等待完成。` };
    }
    case 'stage': {
      const stage = oneLine(inLanguage(about.stage, 'zh'));
      return { subject: `${stage}阶段${coming}`, sentence: `以下文件的${stage}阶段等待您推进。` };
    }
    default: {
      const never: never = about;
      return never;
    }
  }
}

function dutyInEnglish({ about }: WhatIsAsked): Asked {
  switch (about.kind) {
    case 'signing':
      return { subject: 'Signature asked', sentence: 'Your side’s signature is awaited on this letter.' };
    case 'signed-copy':
      return {
        subject: 'Signed copy to file',
        sentence: 'This letter is signed; the scan of the signed copy is not on file yet.',
      };
    case 'milestone': {
      const title = oneLine(inLanguage(about.title, 'en'));
      return {
        subject: `Milestone “${title}” due`,
        sentence: `The milestone “${title}”, which your side owns, is not done yet.`,
      };
    }
    case 'stage': {
      const stage = lowered(oneLine(inLanguage(about.stage, 'en')));
      return {
        subject: `End of ${stage} due`,
        sentence: `This letter waits for you to bring its ${stage} to an end.`,
      };
    }
    default: {
      const never: never = about;
      return never;
    }
  }
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
