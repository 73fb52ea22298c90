import type { ReminderMail } from '@entente/application';

import { withNotice } from './layout.js';
import { reminderMessage } from './reminder-message.js';

const mail: ReminderMail = {
  deliveryId: '22222222-2222-5222-8222-222222222222',
  space: 'main',
  agreementId: '11111111-1111-4111-8111-111111111111',
  deadlineId: 'signing-5',
  step: 'remind-5',
  positionId: 'north-head',
  recipient: { personId: 'ana', name: { en: 'Ana North' }, email: 'ana@north.example', language: 'en' },
  about: { kind: 'signing' },
  letter: { number: 'LOI-2026-0001', title: { zh: '合作意向书', en: 'Letter of intent' } },
  due: { localDate: '2026-03-16', zone: 'Asia/Shanghai', provisional: false, daysLeft: 7 },
  now: '2026-03-09T01:00:00.000Z',
};
const inChinese: ReminderMail = { ...mail, recipient: { ...mail.recipient, language: 'zh' } };

test('it names number, title, the due date in words and the days left', () => {
  const { subject, text } = reminderMessage(mail, 'https://letters.example/');
  expect(subject).toBe(
    'Signature requested: LOI-2026-0001 “Letter of intent”, due Monday, 16 March 2026 (7 days left)',
  );
  expect(text).toContain('Number: LOI-2026-0001');
  expect(text).toContain('Due: Monday, 16 March 2026, until the end of the day (Asia/Shanghai)');
  expect(text).toContain('https://letters.example/agreements/11111111-1111-4111-8111-111111111111');
});

test('it speaks the recipient’s language', () => {
  const { subject, text, html } = reminderMessage(inChinese, 'https://letters.example');
  expect(subject).toBe('请签署：LOI-2026-0001 《合作意向书》，截止 2026年3月16日星期一（还有 7 天）');
  expect(text).toContain('截止日期：2026年3月16日星期一当日结束前（Asia/Shanghai）');
  expect(html).toContain('<html lang="zh-Hans">');
});

test('a title in one language only is better than none', () => {
  const letter = { title: { zh: '合作意向书' } };
  expect(reminderMessage({ ...mail, letter }, 'https://x.example').subject).toContain('“合作意向书”');
});

test.each([
  [1, '1 day left', '还有 1 天'],
  [0, 'due today', '今天到期'],
  [-2, '2 days overdue', '已逾期 2 天'],
])('%i days left is told in words', (daysLeft, english, chinese) => {
  const due = { ...mail.due, daysLeft };
  expect(reminderMessage({ ...mail, due }, 'https://x.example').subject).toContain(english);
  expect(reminderMessage({ ...inChinese, due }, 'https://x.example').subject).toContain(chinese);
});

test('a provisional date says so', () => {
  const due = { ...mail.due, provisional: true };
  expect(reminderMessage({ ...mail, due }, 'https://x.example').text).toContain('provisional');
  expect(reminderMessage({ ...inChinese, due }, 'https://x.example').text).toContain('暂定');
});

test.each([
  [{ kind: 'stage', stage: { zh: '评审', en: 'Review' } }, 'End of review due', '评审阶段即将到期'],
  [
    { kind: 'milestone', title: { en: 'Field report', zh: '调研报告' } },
    'Milestone “Field report” due',
    '里程碑“调研报告”即将到期',
  ],
] as const)('%j has words of its own', (about, english, chinese) => {
  expect(reminderMessage({ ...mail, about }, 'https://x.example').subject).toContain(english);
  expect(reminderMessage({ ...inChinese, about }, 'https://x.example').subject).toContain(chinese);
});

const REVIEW = { kind: 'stage', stage: { zh: '评审', en: 'Review' } } as const;
const STUDY = { kind: 'milestone', title: { en: 'Field report', zh: '调研报告' } } as const;

test.each([
  [{ kind: 'signing' }, 'Overdue signature: LOI', 'The signature on this letter is overdue.', '逾期未签署'],
  [{ kind: 'signed-copy' }, 'Overdue signed copy: LOI', 'see to it that it is filed.', '逾期未归档'],
  [REVIEW, 'Overdue end of review: LOI', 'The stage “Review” of this letter is overdue.', '评审阶段已逾期'],
  [STUDY, 'Overdue milestone “Field report”: LOI', 'that it is completed.', '“调研报告”逾期未完成'],
] as const)('%j taken further up says what is overdue', (about, subject, sentence, chinese) => {
  const up = { about, escalated: 'desk', due: { ...mail.due, daysLeft: -5 } } as const;
  const told = reminderMessage({ ...mail, ...up }, 'https://x.example');
  expect(told.subject).toContain(subject);
  expect(told.text).toContain(sentence);
  expect(reminderMessage({ ...inChinese, ...up }, 'https://x.example').text).toContain(chinese);
});

test('where nothing happens it says since when', () => {
  const stuck = { about: REVIEW, stuckSince: '2026-02-24' };
  const told = reminderMessage({ ...mail, ...stuck }, 'https://x.example');
  expect(told.subject).toMatch(/^No progress in review: LOI-2026-0001/u);
  expect(told.text).toContain(
    'Nothing has happened since Tuesday, 24 February 2026. This letter is at the stage “Review”',
  );
  const zh = reminderMessage({ ...inChinese, ...stuck }, 'https://x.example');
  expect(zh.subject).toMatch(/^评审阶段久无进展：/u);
  expect(zh.text).toContain('自2026年2月24日星期二起没有任何进展。');
});

test('it names no person and no address, since the outbox keeps it', () => {
  expect(JSON.stringify(reminderMessage(mail, 'https://x.example'))).not.toMatch(/Ana|north\.example/u);
});

test('people’s words are words: no markup, no line of their own', () => {
  const title = { en: '<script>alert(1)</script>\r\nBcc: x@y.example\u2028"' };
  const { subject, text, html } = reminderMessage({ ...mail, letter: { title } }, 'https://x.example');
  expect(html).not.toContain('<script>');
  expect(subject).not.toMatch(/[\r\n\u2028]/u);
  expect(text.split('\n').some((line) => line.startsWith('Bcc:'))).toBe(false);
});

test('a notice stands in front of everything', () => {
  const told = withNotice(reminderMessage(mail, 'https://x.example'), '[trial]', 'Meant for <ana>.');
  expect(told.subject).toMatch(/^\[trial\] Signature requested/u);
  expect(told.text).toMatch(/^Meant for <ana>\./u);
  expect(told.html).toMatch(/<body[^>]*><p [^>]*>Meant for &lt;ana&gt;\.<\/p>/u);
});
