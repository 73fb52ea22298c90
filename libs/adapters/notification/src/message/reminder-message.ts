import type { ReminderMail } from '@entente/application';

import { render, type Letter, type Rendered } from './layout.js';
import { dateInWords, daysLeftInWords, inLanguage, lowered, oneLine, type Language } from './words.js';

/** What a reminder says, in the recipient's language. It names no person, since the outbox keeps it. */
export function reminderMessage(mail: ReminderMail, publicUrl: string): Rendered {
  return render(mail.recipient.language === 'zh' ? inChinese(mail, publicUrl) : inEnglish(mail, publicUrl));
}

function inChinese(mail: ReminderMail, publicUrl: string): Letter {
  const { due, title, number } = parts(mail, 'zh');
  const asked = askedInChinese(mail);
  return {
    language: 'zh',
    subject: `${asked.subject}：${number === undefined ? '' : `${number} `}《${title}》，截止 ${due.date}（${due.left}）`,
    greeting: '您好！',
    paragraphs: [asked.sentence],
    facts: [
      ...(number === undefined ? [] : [['编号', number] as const]),
      ['名称', title],
      [
        '截止日期',
        `${due.date}当日结束前（${due.zone}）${due.provisional ? '，日历尚未公布，为暂定日期' : ''}`,
      ],
      ['剩余时间', due.left],
    ],
    link: { label: '查看', url: linkTo(mail, publicUrl) },
    closing: '本邮件由系统自动发出；事项完成后不再提醒。',
  };
}

function inEnglish(mail: ReminderMail, publicUrl: string): Letter {
  const { due, title, number } = parts(mail, 'en');
  const asked = askedInEnglish(mail);
  return {
    language: 'en',
    subject: `${asked.subject}: ${number === undefined ? '' : `${number} `}“${title}”, due ${due.date} (${due.left})`,
    greeting: 'Good day,',
    paragraphs: [asked.sentence],
    facts: [
      ...(number === undefined ? [] : [['Number', number] as const]),
      ['Title', title],
      [
        'Due',
        `${due.date}, until the end of the day (${due.zone})${due.provisional ? '; provisional, as the holidays are not published yet' : ''}`,
      ],
      ['Time left', due.left],
    ],
    link: { label: 'Open it', url: linkTo(mail, publicUrl) },
    closing: 'Sent automatically; there are no more reminders once it is done.',
  };
}

interface Asked {
  readonly subject: string;
  readonly sentence: string;
}

function askedInChinese(mail: ReminderMail): Asked {
  const asked = dutyInChinese(mail);
  if (mail.escalated === undefined) return asked;
  const { subject } = asked;
  return { subject: `逾期上报：${subject}`, sentence: `以下事项已逾期，现上报，请您督促：${subject}。` };
}

function askedInEnglish(mail: ReminderMail): Asked {
  const asked = dutyInEnglish(mail);
  if (mail.escalated === undefined) return asked;
  const { subject } = asked;
  return {
    subject: `Overdue: ${subject}`,
    sentence: `This is overdue, and you are asked to see to it: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}.`,
  };
}

function dutyInChinese({ about, due }: ReminderMail): Asked {
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

function dutyInEnglish({ about }: ReminderMail): Asked {
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

function parts({ letter, due }: ReminderMail, language: Language) {
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

function linkTo({ agreementId }: ReminderMail, publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/u, '')}/agreements/${encodeURIComponent(agreementId)}`;
}
