import { RegisterPerson, SharedCommandHandler, type ReminderMail } from '@entente/application';
import { personDecider } from '@entente/directory';
import { decideAndAppend, readFolded, readStream, streamName } from '@entente/event-sourcing';
import {
  MailingReminders,
  notificationMigrations,
  Outbox,
  ReturnMailbox,
  type ReturnFigures,
} from '@entente/notification';
import { connectDatabase, runMigrations, type Database } from '@entente/platform';
import { remindersDecider } from '@entente/reminder';

import { MemoryFacts } from '../api/support/memory-facts.js';
import { describeIf } from '../support/describe-if.js';
import { startMailbox, type TestMailbox } from '../support/dovecot.js';
import { needs } from '../support/needs.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { returnedMail } from '../support/returned-mail.js';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp.js';

const ANA = '33333333-3333-4333-8333-333333333333';
const PATIENCE_MS = 20_000;
const step = { deadlineId: 'signing-5', version: 5, step: 'remind-5' };
const setUp = { space: 'main', system: 'system:setup' } as const;

describeIf(needs.dovecot, 'what comes back of mails', () => {
  let test_: TestDatabase;
  let database: Database;
  let smtp: TestSmtpServer;
  let mailbox: TestMailbox;
  let outbox: Outbox;
  let facts: MemoryFacts;
  let reader: ReturnMailbox;
  let number = 0;

  beforeAll(async () => {
    test_ = await createTestDatabase();
    database = await connectDatabase({ url: test_.connectionString });
    await runMigrations(database, [notificationMigrations]);
    outbox = new Outbox(database);
    smtp = await startSmtpServer();
  }, 60_000);
  afterAll(async () => {
    await smtp.close();
    await database.close();
    await test_.drop();
  });
  beforeEach(async () => {
    mailbox = await startMailbox();
    facts = new MemoryFacts();
    const header = { commandId: ANA, causationId: ANA, correlationId: ANA };
    const person = {
      type: 'RegisterPerson',
      name: { en: 'Ana' },
      email: 'ana@north.example',
      language: 'en',
    } as const;
    await new SharedCommandHandler(facts).execute(new RegisterPerson(setUp, header, ANA, person));
    reader = open();
    reader.start();
  }, 30_000);
  afterEach(async () => {
    await reader.close();
    await mailbox.remove();
    facts.stored.remove();
  });

  const open = (): ReturnMailbox =>
    new ReturnMailbox({
      url: mailbox.url,
      outbox,
      facts,
      database,
      lookMs: 50,
      retryMs: 100,
      timeoutMs: 2_000,
    });

  /** Reminds Ana by mail; answers the mail as it went over the wire. */
  async function remind(redirectTo?: string): Promise<{ mail: ReminderMail; raw: string }> {
    number += 1;
    const id = String(number).padStart(12, '0');
    const agreementId = `11111111-1111-4111-8111-${id}`;
    const mail: ReminderMail = {
      deliveryId: `22222222-2222-5222-8222-${id}`,
      space: 'main',
      agreementId,
      deadlineId: step.deadlineId,
      step: step.step,
      positionId: 'north-head',
      recipient: { personId: ANA, name: { en: 'Ana' }, email: 'ana@north.example', language: 'en' },
      about: { kind: 'signing' },
      letter: { title: { en: 'Letter of intent' } },
      due: { localDate: '2026-03-16', zone: 'Asia/Shanghai', provisional: false, daysLeft: 7 },
      now: facts.now(),
    };
    const mailer = new MailingReminders(outbox, {
      publicUrl: 'https://letters.example',
      smtpUrl: smtp.url,
      from: 'no-reply@letters.example',
      ...(redirectTo === undefined ? {} : { redirectTo }),
    });
    const delivery = await mailer.send(mail);
    mailer.close();
    if (!delivery.delivered) throw new Error(delivery.reason);
    const { channel, messageId } = delivery;
    const sent = {
      ...step,
      positionId: 'north-head',
      personId: ANA,
      channel,
      messageId,
      plannedAt: mail.now,
    };
    const answer = await decideAndAppend(
      facts,
      { decider: remindersDecider, gather: () => Promise.resolve({ facts: {} }) },
      {
        ...{ id: mail.deliveryId, actor: 'system:reminders', causationId: ANA, correlationId: ANA },
        stream: streamName('main', 'reminders', agreementId),
        command: { type: 'RecordReminderSent', ...sent },
      },
    );
    if (!answer.accepted) throw new Error(answer.refusal.code);
    return { mail, raw: smtp.received.at(-1)?.raw ?? '' };
  }

  const typesOf = async ({ agreementId }: ReminderMail): Promise<readonly string[]> => {
    const stream = streamName('main', 'reminders', agreementId);
    return (await readStream(facts.store, stream, remindersDecider)).map(({ event }) => event.type);
  };
  const ana = async () =>
    (await readFolded(facts.store, streamName('main', 'person', ANA), personDecider)).state;
  const returned = async ({ agreementId }: ReminderMail) =>
    (await outbox.list('main', { agreementId, limit: 1 }))[0]?.returned;

  async function until(isSo: (figures: ReturnFigures) => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await isSo(reader.figures))) {
      if (Date.now() > end) throw new Error(`in vain: ${JSON.stringify(reader.figures)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const handled = (count: number) => until((figures) => figures.handled + figures.unknown === count);

  test('a mail that came back is told to its reminder, to the person and in the outbox', async () => {
    const { mail, raw } = await remind();
    await mailbox.deliver(returnedMail(raw));
    await handled(1);
    expect(await typesOf(mail)).toEqual(['ReminderSent', 'ReminderBounced']);
    expect(await ana()).toMatchObject({ bounced: { status: '5.1.1' } });
    expect(await returned(mail)).toMatchObject({ kind: 'failed', status: '5.1.1' });
    await until(async () => (await mailbox.read()) === 1);
  });

  test('a delay is noted in the outbox alone', async () => {
    const { mail, raw } = await remind();
    await mailbox.deliver(returnedMail(raw, { action: 'delayed', status: '4.4.1' }));
    await handled(1);
    expect(await typesOf(mail)).toEqual(['ReminderSent']);
    expect(await ana()).not.toHaveProperty('bounced');
    expect(await returned(mail)).toMatchObject({ kind: 'delayed', status: '4.4.1' });
  });

  test('one that was given up for a while’s reason says nothing of the address', async () => {
    const { mail, raw } = await remind();
    await mailbox.deliver(returnedMail(raw, { status: '4.4.7' }));
    await handled(1);
    expect(await typesOf(mail)).toEqual(['ReminderSent', 'ReminderBounced']);
    expect(await ana()).not.toHaveProperty('bounced');
  });

  test('what came back in a trial run was sent to somebody else', async () => {
    const { mail, raw } = await remind('pilot@letters.example');
    await mailbox.deliver(returnedMail(raw));
    await handled(1);
    expect(await typesOf(mail)).toEqual(['ReminderSent']);
    expect(await ana()).not.toHaveProperty('bounced');
  });

  test('other messages are counted and stay unread', async () => {
    await mailbox.deliver('From: ana@north.example\nSubject: Hello\n\nI am away.\n');
    await mailbox.deliver(returnedMail('Message-ID: <another@elsewhere.example>\r\n\r\nHello'));
    await until(({ unknown }) => unknown === 2);
    expect(reader.figures).toMatchObject({ handled: 0, unknown: 2 });
    expect(await mailbox.read()).toBe(0);
  });

  test('whoever dies before it is noted that a message was read tells nothing twice', async () => {
    const { mail, raw } = await remind();
    await mailbox.deliver(returnedMail(raw));
    await handled(1);
    await reader.close();
    await database.pool.query('UPDATE notification.return_mailbox SET last_uid = 0');
    reader = open();
    reader.start();
    await until((figures) => figures.handled === 2);
    expect(await typesOf(mail)).toEqual(['ReminderSent', 'ReminderBounced']);
  });

  test('a mailbox that is away is told, and read when it is back', async () => {
    await until(({ readAt }) => readAt !== null);
    await mailbox.stop();
    await until(({ failing }) => failing !== undefined);
    const { mail, raw } = await remind();
    await mailbox.deliver(returnedMail(raw));
    await mailbox.start();
    await handled(1);
    expect(reader.figures.failing).toBeUndefined();
    expect(await typesOf(mail)).toEqual(['ReminderSent', 'ReminderBounced']);
  });

  test('a wrong password is told without it', async () => {
    await reader.close();
    const url = mailbox.url.replace('secret', 'hunter2');
    reader = new ReturnMailbox({ url, outbox, facts, database, lookMs: 50, retryMs: 100, timeoutMs: 2_000 });
    reader.start();
    await until(({ failing }) => failing !== undefined);
    expect(reader.figures.failing).toBe('login-refused');
  });
});
