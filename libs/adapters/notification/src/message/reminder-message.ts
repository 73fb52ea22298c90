import type { ReminderMail } from '@entente/application';

import { answerOf, factsOf, lineOf, linkTo } from './asked.js';
import { digestLetter } from './digest-letter.js';
import { askedIn } from './duty.js';
import { render, type Letter, type Rendered } from './layout.js';

/** What a reminder says, in the recipient's language. It names no person, since the outbox keeps it. */
export function reminderMessage(mail: ReminderMail, publicUrl: string): Rendered {
  if (mail.others && mail.others.length > 0) return render(digestLetter(mail, mail.others, publicUrl));
  return render(mail.recipient.language === 'zh' ? inChinese(mail, publicUrl) : inEnglish(mail, publicUrl));
}

function inChinese(mail: ReminderMail, publicUrl: string): Letter {
  const asked = askedIn('zh', mail);
  return {
    language: 'zh',
    subject: lineOf('zh', mail),
    greeting: '您好！',
    paragraphs: [asked.sentence],
    facts: factsOf('zh', mail),
    link: { label: '查看', url: linkTo(mail, publicUrl) },
    ...answerOf('zh', mail),
    closing: '本邮件由系统自动发出；事项完成后不再提醒。',
  };
}

function inEnglish(mail: ReminderMail, publicUrl: string): Letter {
  const asked = askedIn('en', mail);
  return {
    language: 'en',
    subject: lineOf('en', mail),
    greeting: 'Good day,',
    paragraphs: [asked.sentence],
    facts: factsOf('en', mail),
    link: { label: 'Open it', url: linkTo(mail, publicUrl) },
    ...answerOf('en', mail),
    closing: 'This message was sent automatically. Once it is done, you will not be reminded of it again.',
  };
}
