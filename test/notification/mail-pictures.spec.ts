import type { ReminderMail } from '@entente/application';
import { WrittenReminders } from '@entente/notification';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

import { describeIf } from '../support/describe-if.js';
import { found, needs } from '../support/needs.js';

/** Where pictures are left for somebody to look at. */
const FOLDER = process.env['MAIL_PICTURES'];
const WIDTHS = { phone: 360, desktop: 1280 } as const;

const signing: ReminderMail = {
  deliveryId: '22222222-2222-5222-8222-222222222222',
  space: 'main',
  agreementId: '11111111-1111-4111-8111-111111111111',
  deadlineId: 'signing-5',
  step: 'remind-5',
  positionId: 'north-head',
  recipient: { personId: 'ana', name: { en: 'Ana North' }, email: 'ana@north.example', language: 'en' },
  about: { kind: 'signing' },
  letter: {
    number: 'LOI-2026-0001',
    title: {
      zh: '关于共建现代都市农业智库联合调研基地并共同开展青年科技人才培养的合作意向书',
      en: 'Letter of intent on a joint research base for modern urban agriculture and on training young researchers',
    },
  },
  due: { localDate: '2026-03-16', zone: 'Asia/Shanghai', provisional: false, daysLeft: 7 },
  now: '2026-03-09T01:00:00.000Z',
};
const milestone = {
  zh: '完成大兴区设施农业调研并提交报告',
  en: 'Field research in Daxing done and reported',
};
const kinds: Readonly<Record<string, ReminderMail>> = {
  signing,
  milestone: { ...signing, about: { kind: 'milestone', title: milestone } },
  stage: { ...signing, about: { kind: 'stage', stage: { zh: '联合调研', en: 'Joint research' } } },
  'signed-copy': { ...signing, about: { kind: 'signed-copy' } },
  today: { ...signing, step: 'on-the-day', due: { ...signing.due, daysLeft: 0 } },
  overdue: { ...signing, step: 'after-2', due: { ...signing.due, daysLeft: -2 } },
  escalation: {
    ...signing,
    step: 'escalate-desk',
    escalated: 'desk',
    due: { ...signing.due, daysLeft: -5 },
  },
  provisional: { ...signing, due: { ...signing.due, localDate: '2028-02-01', provisional: true } },
};

describeIf(needs.chromium, 'a mail as it is seen', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: found(needs.chromium), args: ['--no-sandbox'] });
    if (FOLDER !== undefined) mkdirSync(FOLDER, { recursive: true });
  }, 60_000);
  afterAll(() => browser.close());

  test.each(Object.entries(WIDTHS))(
    'fits a %s, in both languages',
    async (device, width) => {
      const page = await browser.newPage({ viewport: { width, height: 640 } });
      const writer = new WrittenReminders('https://letters.example');
      for (const [kind, mail] of Object.entries(kinds)) {
        for (const language of ['zh', 'en'] as const) {
          const { html } = writer.write({ ...mail, recipient: { ...mail.recipient, language } });
          await page.setContent(html);
          const seen = await page.evaluate<number>('document.documentElement.scrollWidth');
          expect([kind, language, Math.max(seen, width)]).toEqual([kind, language, width]);
          if (FOLDER !== undefined)
            await page.screenshot({
              path: path.join(FOLDER, `${kind}-${language}-${device}.png`),
              fullPage: true,
            });
        }
      }
      await page.close();
    },
    60_000,
  );
});
