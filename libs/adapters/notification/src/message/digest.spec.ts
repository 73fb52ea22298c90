import type { RemindedOf, ReminderMail } from '@entente/application';

import { reminderMessage } from './reminder-message.js';

const signing: RemindedOf = {
  agreementId: '11111111-1111-4111-8111-111111111111',
  deadlineId: 'signing-5',
  step: 'after-1',
  positionId: 'north-head',
  about: { kind: 'signing' },
  letter: { number: 'LOI-2026-0001', title: { en: 'Letter of intent', zh: '合作意向书' } },
  due: { localDate: '2026-03-06', zone: 'Asia/Shanghai', provisional: false, daysLeft: -3 },
};
const report: RemindedOf = {
  ...signing,
  agreementId: '22222222-2222-4222-8222-222222222222',
  about: { kind: 'milestone', title: { en: 'Field report', zh: '调研报告' } },
  letter: { title: { en: '<b>Plan</b>\r\nBcc: x@y.example', zh: '计划' } },
  due: { ...signing.due, localDate: '2026-03-16', daysLeft: 7 },
};
const mail: ReminderMail = {
  ...signing,
  deliveryId: '33333333-3333-5333-8333-333333333333',
  space: 'main',
  recipient: { personId: 'ana', name: { en: 'Ana North' }, email: 'ana@north.example', language: 'en' },
  others: [report],
  now: '2026-03-09T01:00:00.000Z',
};
const inChinese: ReminderMail = { ...mail, recipient: { ...mail.recipient, language: 'zh' } };

describe('a digest', () => {
  it('names each letter, what is asked, until when and how long that is, with a link of its own', () => {
    const { subject, text, html } = reminderMessage(mail, 'https://letters.example/');
    expect(subject).toBe('2 things to do, 1 overdue');
    expect(text).toContain(
      '1. Signature requested\n   Number: LOI-2026-0001\n   Title: Letter of intent\n   Due: Friday, 6 March 2026',
    );
    expect(text).toContain('Time left: 3 days overdue');
    expect(text).toContain('2. Milestone “Field report” due');
    for (const { agreementId } of [signing, report])
      for (const form of [text, html])
        expect(form).toContain(`https://letters.example/agreements/${agreementId}`);
  });

  it('speaks the recipient’s language', () => {
    const { subject, text, html } = reminderMessage(inChinese, 'https://letters.example');
    expect(subject).toBe('待办提醒：共 2 项，其中 1 项已逾期');
    expect(text).toContain(
      '1. 请签署\n   编号：LOI-2026-0001\n   名称：合作意向书\n   截止日期：2026年3月6日星期五',
    );
    expect(html).toContain('<html lang="zh-Hans">');
  });

  it('of what is all to come says what is due first', () => {
    const coming = { ...mail, ...report };
    expect(reminderMessage(coming, 'https://x.example').subject).toBe(
      '2 things to do, first due Monday, 16 March 2026 (7 days left)',
    );
    const zh = { ...inChinese, ...report };
    expect(reminderMessage(zh, 'https://x.example').subject).toBe(
      '待办提醒：共 2 项，最早截止 2026年3月16日星期一（还有 7 天）',
    );
  });

  it('of what was taken further up says so', () => {
    const up: ReminderMail = {
      ...mail,
      escalated: 'desk',
      others: [{ ...signing, escalated: 'desk' }],
    };
    expect(reminderMessage(up, 'https://x.example').subject).toBe('Overdue: 2 matters for your attention');
    expect(reminderMessage({ ...up, recipient: inChinese.recipient }, 'https://x.example').subject).toBe(
      '逾期上报：共 2 项',
    );
  });

  it('holds people’s words as words, and names no person', () => {
    const { text, html } = reminderMessage(mail, 'https://x.example');
    expect(html).not.toContain('<b>');
    expect(text.split('\n').some((line) => line.trim().startsWith('Bcc:'))).toBe(false);
    expect(text + html).not.toMatch(/Ana|north\.example/u);
  });
});
