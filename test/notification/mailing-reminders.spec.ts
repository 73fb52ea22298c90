import type { ReminderMail } from '@entente/application';
import { connectDatabase, runMigrations, type Database } from '@entente/platform';

import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp.js';
import {
  MailingReminders,
  messageIdOf,
  notificationMigrations,
  Outbox,
  type MailSettings,
} from '@entente/notification';

let test_: TestDatabase;
let database: Database;
let outbox: Outbox;
let smtp: TestSmtpServer;
let number = 0;
const opened: MailingReminders[] = [];

beforeAll(async () => {
  test_ = await createTestDatabase();
  database = await connectDatabase({ url: test_.connectionString });
  await runMigrations(database, [notificationMigrations]);
  outbox = new Outbox(database);
}, 60_000);
afterAll(async () => {
  await database.close();
  await test_.drop();
});
beforeEach(async () => {
  smtp = await startSmtpServer();
});
afterEach(async () => {
  for (const mailer of opened.splice(0)) mailer.close();
  await smtp.close();
});

function mailer(settings: Partial<MailSettings> = {}): MailingReminders {
  const made = new MailingReminders(outbox, {
    publicUrl: 'https://letters.example',
    smtpUrl: smtp.url,
    from: 'no-reply@letters.example',
    timeoutMs: 10_000,
    ...settings,
  });
  opened.push(made);
  return made;
}

function reminder(change: Partial<ReminderMail> = {}): ReminderMail {
  number += 1;
  return {
    deliveryId: `22222222-2222-5222-8222-${String(number).padStart(12, '0')}`,
    space: 'main',
    agreementId: `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`,
    deadlineId: 'signing-5',
    step: 'remind-5',
    positionId: 'north-head',
    recipient: { personId: 'ana', name: { en: 'Ana North' }, email: 'ana@north.example', language: 'en' },
    about: { kind: 'signing' },
    letter: { number: 'LOI-2026-0001', title: { en: 'Letter of intent' } },
    due: { localDate: '2026-03-16', zone: 'Asia/Shanghai', provisional: false, daysLeft: 7 },
    now: '2026-03-09T01:00:00.000Z',
    ...change,
  };
}

async function fateOf({ space, agreementId }: ReminderMail) {
  const [message] = await outbox.list(space, { agreementId, limit: 10 });
  return message;
}

test('a reminder is sent and its fate kept, without the address', async () => {
  const mail = reminder();
  const messageId = messageIdOf(mail.deliveryId, 'https://letters.example');
  expect(await mailer().send(mail)).toEqual({ delivered: true, channel: 'email', messageId });
  expect(smtp.received.map(({ headers }) => headers.get('message-id'))).toEqual([messageId]);
  const fate = await fateOf(mail);
  expect(fate).toMatchObject({ status: 'sent', personId: 'ana', messageId, attempts: 1, redirected: false });
  expect(JSON.stringify(fate)).not.toContain('north.example');
});

test('what was sent is not sent again', async () => {
  const mail = reminder();
  const first = await mailer().send(mail);
  expect(await mailer().send(mail)).toEqual(first);
  expect(smtp.received).toHaveLength(1);
});

test('what died between sending and settling is sent again, with the same Message-ID', async () => {
  const mail = reminder();
  await mailer().send(mail);
  await database.pool.query(`UPDATE notification.outbox SET status = 'queued' WHERE delivery_id = $1`, [
    mail.deliveryId,
  ]);
  await mailer().send(mail);
  expect(new Set(smtp.received.map(({ headers }) => headers.get('message-id'))).size).toBe(1);
  expect(await fateOf(mail)).toMatchObject({ status: 'sent', attempts: 2 });
});

test('without a mail server it is held in the outbox', async () => {
  const mail = reminder();
  const { smtpUrl: _, ...settings } = {
    publicUrl: 'https://letters.example',
    smtpUrl: '',
    from: 'a@b.example',
  };
  const silent = new MailingReminders(outbox, settings);
  expect(await silent.send(mail)).toMatchObject({ delivered: true, channel: 'outbox' });
  expect(await fateOf(mail)).toMatchObject({ status: 'held', reason: 'no-mail-server' });
  expect(await mailer().send(mail)).toMatchObject({ channel: 'outbox' });
  expect(smtp.received).toHaveLength(0);
});

test('whoever has no address finds it in their inbox; the outbox keeps it', async () => {
  const { email: _email, ...without } = reminder().recipient;
  const mail = reminder({ recipient: without });
  expect(await mailer().send(mail)).toMatchObject({ delivered: true, channel: 'inbox' });
  expect(await fateOf(mail)).toMatchObject({ status: 'held', reason: 'no-address' });
  expect(await mailer().send(mail)).toMatchObject({ channel: 'inbox' });
  expect(smtp.received).toHaveLength(0);
});

test('invented people get no mail', async () => {
  const mail = reminder({ space: 'demo' });
  expect(await mailer().send(mail)).toMatchObject({ delivered: true, channel: 'outbox' });
  expect(await fateOf(mail)).toMatchObject({ status: 'held', reason: 'demo' });
  expect(smtp.received).toHaveLength(0);
});

test.each(['main', 'demo'])(
  'in a trial run a mail of space %s goes to one address and says so',
  async (space) => {
    const mail = reminder({ space });
    await mailer({ redirectTo: 'pilot@letters.example' }).send(mail);
    expect(smtp.received[0]?.to).toEqual(['pilot@letters.example']);
    expect(smtp.received[0]?.raw).toContain('this message was meant for ana@north.example');
    expect(smtp.received[0]?.headers.get('subject')).toContain('=5Btrial=5D');
    const fate = await fateOf(mail);
    expect(fate).toMatchObject({ status: 'sent', redirected: true });
    expect(JSON.stringify(fate)).not.toContain('north.example');
  },
);

test('a refusal is kept and may be tried again', async () => {
  const mail = reminder();
  smtp.behave({ at: 'recipient', code: 450 });
  expect(await mailer().send(mail)).toEqual({ delivered: false, permanent: false, reason: 'smtp-450' });
  expect(await fateOf(mail)).toMatchObject({ status: 'failed', reason: 'smtp-450' });
  smtp.behave('accept');
  expect(await mailer().send(mail)).toMatchObject({ delivered: true });
  expect(await fateOf(mail)).toMatchObject({ status: 'sent', attempts: 2 });
  expect((await fateOf(mail))?.reason).toBeUndefined();
});

test('the list goes on where the page before ended, newest first', async () => {
  const silent = new MailingReminders(outbox, { publicUrl: 'https://letters.example', from: 'a@b.example' });
  for (const minute of ['01', '02', '03', '03']) {
    await silent.send(reminder({ space: 'paged', now: `2026-03-09T01:${minute}:00.000Z` }));
  }
  const first = await outbox.list('paged', { limit: 3 });
  const { queuedAt, deliveryId } = first[2]!;
  const rest = await outbox.list('paged', { limit: 3, after: { queuedAt, deliveryId } });
  expect([...first, ...rest].map((message) => message.queuedAt.slice(14, 16))).toEqual([
    '03',
    '03',
    '02',
    '01',
  ]);
});
