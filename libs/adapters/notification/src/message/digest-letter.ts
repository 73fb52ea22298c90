import type { RemindedOf, ReminderMail } from '@entente/application';

import { answerOf, factsOf, linkTo, partsOf } from './asked.js';
import { askedIn } from './duty.js';
import type { Item, Letter } from './layout.js';
import type { Language } from './words.js';

/** Everything of one day in one message, in the order it is given. */
export function digestLetter(mail: ReminderMail, others: readonly RemindedOf[], publicUrl: string): Letter {
  const { language } = mail.recipient;
  const all = [mail, ...others];
  const isEscalation = all.every(({ escalated }) => escalated !== undefined);
  const items = all.map((of) => itemOf(language, of, publicUrl));
  const url = `${publicUrl.replace(/\/+$/u, '')}/deadlines`;
  const words = language === 'zh' ? inChinese(all, isEscalation) : inEnglish(all, isEscalation);
  return { ...words, language, facts: [], items, link: { label: words.linkLabel, url } };
}

type Words = Pick<Letter, 'subject' | 'greeting' | 'paragraphs' | 'closing'> & { readonly linkLabel: string };

function inChinese(all: readonly RemindedOf[], isEscalation: boolean): Words {
  const rest = {
    greeting: '您好！',
    closing: '本邮件由系统自动发出；事项完成后不再提醒。',
    linkLabel: '查看全部期限',
  };
  const count = `共 ${all.length} 项`;
  if (isEscalation) {
    return {
      ...rest,
      subject: `逾期上报：${count}`,
      paragraphs: ['以下事项已逾期，现上报，请您督促。'],
      closing: '本邮件由系统自动发出。',
    };
  }
  const overdue = overdueOf(all);
  return {
    ...rest,
    subject: `待办提醒：${count}，${overdue > 0 ? `其中 ${overdue} 项已逾期` : nextDue('zh', all)}`,
    paragraphs: ['以下事项等待您处理，最先到期的列在最前。'],
  };
}

function inEnglish(all: readonly RemindedOf[], isEscalation: boolean): Words {
  const rest = {
    greeting: 'Good day,',
    closing: 'This message was sent automatically. You will not be reminded again of what is done.',
    linkLabel: 'See all deadlines',
  };
  if (isEscalation) {
    return {
      ...rest,
      subject: `Overdue: ${all.length} matters for your attention`,
      paragraphs: ['These are overdue. Please see to it that they are done.'],
      closing: 'This message was sent automatically.',
    };
  }
  const overdue = overdueOf(all);
  return {
    ...rest,
    subject: `${all.length} things to do, ${overdue > 0 ? `${overdue} overdue` : nextDue('en', all)}`,
    paragraphs: ['These are waiting for you, in the order in which they are due.'],
  };
}

function overdueOf(all: readonly RemindedOf[]): number {
  return all.filter(({ due }) => due.daysLeft < 0).length;
}

function nextDue(language: Language, [first]: readonly RemindedOf[]): string {
  if (!first) return '';
  const { due } = partsOf(language, first);
  return language === 'zh' ? `最早截止 ${due.date}（${due.left}）` : `first due ${due.date} (${due.left})`;
}

function itemOf(language: Language, of: RemindedOf, publicUrl: string): Item {
  return {
    heading: askedIn(language, of).subject,
    facts: factsOf(language, of),
    link: { label: language === 'zh' ? '查看' : 'Open it', url: linkTo(of, publicUrl) },
    ...answerOf(language, of),
  };
}
