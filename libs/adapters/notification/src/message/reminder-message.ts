import type { ReminderMail } from '@entente/application';

import { askedIn, factsOf, linkTo, partsOf } from './asked.js';
import { digestLetter } from './digest-letter.js';
import { render, type Letter, type Rendered } from './layout.js';

/** What a reminder says, in the recipient's language. It names no person, since the outbox keeps it. */
export function reminderMessage(mail: ReminderMail, publicUrl: string): Rendered {
  if (mail.others && mail.others.length > 0) return render(digestLetter(mail, mail.others, publicUrl));
  return render(mail.recipient.language === 'zh' ? inChinese(mail, publicUrl) : inEnglish(mail, publicUrl));
}

function inChinese(mail: ReminderMail, publicUrl: string): Letter {
  const { due, title, number } = partsOf('zh', mail);
  const asked = askedIn('zh', mail);
  return {
    language: 'zh',
    subject: `${asked.subject}：${number === undefined ? '' : `${number} `}《${title}》，截止 ${due.date}（${due.left}）`,
    greeting: '您好！',
    paragraphs: [asked.sentence],
    facts: factsOf('zh', mail),
    link: { label: '查看', url: linkTo(mail, publicUrl) },
    closing: '本邮件由系统自动发出；事项完成后不再提醒。',
  };
}

function inEnglish(mail: ReminderMail, publicUrl: string): Letter {
  const { due, title, number } = partsOf('en', mail);
  const asked = askedIn('en', mail);
  return {
    language: 'en',
    subject: `${asked.subject}: ${number === undefined ? '' : `${number} `}“${title}”, due ${due.date} (${due.left})`,
    greeting: 'Good day,',
    paragraphs: [asked.sentence],
    facts: factsOf('en', mail),
    link: { label: 'Open it', url: linkTo(mail, publicUrl) },
    closing: 'Sent automatically; there are no more reminders once it is done.',
  };
}
