import {
  ReminderMailer,
  type PositionHolder,
  type ReminderDelivery,
  type ReminderMail,
} from '@entente/application';
import { Deliveries, ReminderProcessor } from '@entente/jobs';

import { onPostgres } from './support/backend.js';
import { ANA, letterOf, MID_MARCH, type LetterOf } from './support/duties.js';
import { openOffice, type Office } from './support/office.js';
import { createWorld, linesOf, remindersOf, tell, type World } from './support/world.js';

// Whom a message is for does not hang on where the queues are: one backend is enough.
const DUE = '2026-03-09T01:00:10.000Z';
const NEXT_DAY = '2026-03-10T01:00:10.000Z';
const DAY_MS = 86_400_000;

let world: World;
let office: Office;
let processor: ReminderProcessor;
/** Somebody else in each test, so that one test's message is not another's message of the day. */
let ana: PositionHolder;
let tests = 0;
let before = 0;

beforeAll(async () => {
  world = await createWorld();
  office = await openOffice(world, onPostgres);
}, 60_000);
afterAll(async () => {
  await office.close();
  await world.close();
});
beforeEach(() => {
  tests += 1;
  ana = { ...ANA, personId: `ana-${tests}` };
  before = world.smtp.received.length;
  world.clock.set(DUE);
  processor = new ReminderProcessor(world);
});

async function letters(count: number, ...of: Parameters<typeof letterOf>): Promise<LetterOf[]> {
  const made: LetterOf[] = [];
  for (let index = 0; index < count; index += 1) made.push(await letterOf(...of));
  await office.catchUp();
  return made;
}

function mails(): { to: string; subject: string; messageId: string }[] {
  return world.smtp.received.slice(before).map(({ to, headers }) => ({
    to: to.join(),
    subject: headers.get('subject') ?? '',
    messageId: headers.get('message-id') ?? '',
  }));
}

async function sentOf({ agreementId }: LetterOf): Promise<unknown[]> {
  const events = await remindersOf(world, agreementId);
  return events.flatMap(({ type, data }) => (type === 'ReminderSent' ? [data] : []));
}

async function rows(): Promise<unknown[]> {
  const { rows: found } = await world.database.pool.query<object>(
    `SELECT key, person_id, zone, at, opens_at, local_day, state, reason, delivery_id
       FROM reminder.deliveries WHERE person_id LIKE $1 ORDER BY key`,
    [`%-${tests}`],
  );
  return found;
}

test('thirty reminders of ten letters are one message and thirty records', async () => {
  const made = await letters(10, world, ana, [MID_MARCH, MID_MARCH, MID_MARCH]);
  expect(await processor.run(made[0]!.hint(), false)).toBe('done');
  expect(mails()).toMatchObject([
    { to: 'ana@north.example', subject: expect.stringMatching(/^30 things to do/u) },
  ]);
  const sent = (await Promise.all(made.map(sentOf))).flat() as { messageId: string; opensAt: string }[];
  expect(sent).toHaveLength(30);
  expect(new Set(sent.map(({ messageId }) => messageId))).toEqual(new Set([mails()[0]!.messageId]));
  expect(new Set(sent.map(({ opensAt }) => opensAt))).toEqual(new Set(['2026-03-09T01:00:00.000Z']));
  for (const letter of made)
    for (const deadline of [0, 1, 2])
      expect(await processor.run(letter.hint('remind-5', deadline), false)).toBe('done');
  expect(mails()).toHaveLength(1);
}, 30_000);

test('two workers at once make one message of everybody’s', async () => {
  const made = await letters(4, world, ana);
  const other = new ReminderProcessor(world);
  await Promise.all(made.map((letter, index) => (index % 2 ? processor : other).run(letter.hint(), false)));
  for (const letter of made) expect(await processor.run(letter.hint(), false)).toBe('done');
  expect(mails()).toHaveLength(1);
  for (const letter of made)
    expect(await linesOf(world, letter.agreementId)).toEqual([`ReminderSent remind-5 ${letter.positionId}`]);
});

test('what falls due after the day’s message waits for the next working day', async () => {
  const [first] = await letters(1, world, ana);
  await processor.run(first!.hint(), false);
  const [late] = await letters(1, world, ana);
  const result = (await processor.run(late!.hint(), false)) as { againInMs: number };
  expect(result.againInMs / DAY_MS).toBeCloseTo(1, 2);
  expect(await linesOf(world, late!.agreementId)).toEqual([]);
  world.clock.set(NEXT_DAY);
  expect(await processor.run(late!.hint(), false)).toBe('done');
  expect(mails()).toHaveLength(2);
  expect(await sentOf(late!)).toMatchObject([{ opensAt: '2026-03-10T01:00:00.000Z' }]);
});

test('a last warning waits for no other day, nor does what is taken further up', async () => {
  const [first] = await letters(1, world, ana);
  await processor.run(first!.hint(), false);
  const soon = { ...MID_MARCH, localDate: '2026-03-09', workingDaysBefore: [] };
  const [last] = await letters(1, world, ana, [soon]);
  expect(await processor.run(last!.hint('on-the-day'), false)).toBe('done');
  expect(mails()).toHaveLength(2);
  const past = { ...MID_MARCH, localDate: '2026-03-05', workingDaysBefore: [] };
  const [missed] = await letters(1, world, { ...ana, personId: `owner-${tests}` }, [past]);
  world.directory.holders.set('north-speaker', ana);
  expect(await processor.run(missed!.hint('escalate-representative'), false)).toBe('done');
  world.directory.holders.delete('north-speaker');
  expect(mails().at(-1)?.subject).toContain('Overdue');
  expect(mails()).toHaveLength(3);
});

test('whoever wants no digest has each reminder by itself, on one day', async () => {
  const made = await letters(3, world, { ...ana, reminders: { digest: false } });
  expect(await processor.run(made[0]!.hint(), false)).toBe('done');
  expect(mails()).toHaveLength(3);
  expect(new Set(mails().map(({ messageId }) => messageId)).size).toBe(3);
});

/** A process that dies right after the mail server has taken the message. */
class DyingMailer extends ReminderMailer {
  override async send(mail: ReminderMail): Promise<ReminderDelivery> {
    await world.mailer.send(mail);
    throw new Error('killed');
  }
}

test.each([
  ['the outbox heard of it', 1],
  ['the outbox did not hear of it', 2],
])('a death between sending and recording, where %s: the same message, recorded once', async (_, times) => {
  const made = await letters(3, world, ana);
  const dying = new ReminderProcessor({ ...world, mailer: new DyingMailer() });
  await expect(dying.run(made[0]!.hint(), false)).rejects.toThrow('killed');
  if (times === 2)
    await world.database.pool.query(`UPDATE notification.outbox SET status = 'queued' WHERE person_id = $1`, [
      ana.personId,
    ]);
  // What came meanwhile is not put into a message that is out already.
  const [late] = await letters(1, world, ana);
  await processor.run(made[2]!.hint(), false);
  expect(mails()).toHaveLength(times);
  expect(new Set(mails().map(({ messageId, subject }) => messageId + subject)).size).toBe(1);
  for (const letter of made)
    expect(await linesOf(world, letter.agreementId)).toEqual([`ReminderSent remind-5 ${letter.positionId}`]);
  expect(await linesOf(world, late!.agreementId)).toEqual([]);
});

test('a server that refuses keeps nothing: the next day’s message has it all', async () => {
  const [one] = await letters(1, world, ana);
  world.smtp.behave({ at: 'data', code: 451 });
  await expect(processor.run(one!.hint(), true)).rejects.toThrow('smtp-451');
  world.smtp.behave('accept');
  world.clock.set(NEXT_DAY);
  const [other] = await letters(1, world, ana);
  expect(await processor.run(other!.hint(), false)).toBe('done');
  expect(mails().map(({ subject }) => subject)).toEqual([expect.stringMatching(/^2 things to do/u)]);
});

test('after days on which nothing ran there is one message, and a record of what it stands for', async () => {
  const made = await letters(2, world, ana);
  world.clock.set('2026-03-13T02:00:00.000Z');
  for (const step of ['remind-5', 'remind-2'])
    for (const letter of made) expect(await processor.run(letter.hint(step), false)).toBe('done');
  expect(mails()).toHaveLength(1);
  for (const letter of made) {
    expect((await linesOf(world, letter.agreementId)).sort()).toEqual([
      `ReminderSent remind-2 ${letter.positionId}`,
      'ReminderSuppressed remind-5 all superseded',
    ]);
    expect(await sentOf(letter)).toMatchObject([{ opensAt: '2026-03-12T01:00:00.000Z' }]);
  }
});

test('the table is made again from the log and the plan when it is lost', async () => {
  const [sent] = await letters(1, world, ana);
  await letters(2, world, { ...ana, personId: `ben-${tests}`, zone: 'Europe/Berlin' });
  await processor.run(sent!.hint(), false);
  const known = await rows();
  expect(known).toHaveLength(3);
  await world.database.pool.query('TRUNCATE reminder.deliveries');
  const [late] = await letters(1, world, ana);
  const again = new ReminderProcessor(world);
  // Whoever had their message today is known again.
  expect(await again.run(late!.hint(), false)).toEqual({ againInMs: expect.any(Number) });
  const after = (await rows()) as { key: string }[];
  expect(after.filter(({ key }) => !key.startsWith(late!.agreementId))).toEqual(known);
  expect(mails()).toHaveLength(1);
});

test('what was settled long ago leaves the table, is not made again, and is sent no second time', async () => {
  const deliveries = new Deliveries(world.database);
  const settled = async (): Promise<number> =>
    (await rows()).filter((row) => (row as { state: string }).state === 'sent').length;
  const [letter] = await letters(1, world, ana);
  await processor.run(letter!.hint(), false);
  await deliveries.prune('main', '2026-03-09T00:00:00.000Z');
  expect(await settled()).toBe(1);
  await deliveries.prune('main', NEXT_DAY);
  expect(await settled()).toBe(0);
  await world.database.pool.query('TRUNCATE reminder.deliveries');
  world.clock.set('2026-07-01T01:00:00.000Z');
  await new ReminderProcessor(world).run(letter!.hint(), false);
  expect(await settled()).toBe(0);
  expect(mails()).toHaveLength(1);
});

test('further east it goes out before its own time, at nine by their clock', async () => {
  const [letter] = await letters(1, world, { ...ana, zone: 'Pacific/Auckland' });
  world.clock.set('2026-03-08T19:59:00.000Z');
  await processor.early.run(new AbortController().signal);
  expect(mails()).toEqual([]);
  world.clock.set('2026-03-08T20:00:05.000Z');
  await processor.early.run(new AbortController().signal);
  expect(mails()).toHaveLength(1);
  expect(await linesOf(world, letter!.agreementId)).toEqual([`ReminderSent remind-5 ${letter!.positionId}`]);
  world.clock.set(DUE);
  expect(await processor.run(letter!.hint(), false)).toBe('done');
  expect(mails()).toHaveLength(1);
});

test('whoever took a position over meanwhile is reminded, and whoever left it is not', async () => {
  const [given, kept] = await letters(2, world, ana);
  world.clock.set('2026-03-08T12:00:00.000Z');
  await processor.early.run(new AbortController().signal);
  expect(await rows()).toHaveLength(2);
  world.directory.holders.set(given!.positionId, {
    ...ana,
    personId: `ben-${tests}`,
    email: 'ben@north.example',
  });
  world.clock.set(DUE);
  await processor.run(kept!.hint(), false);
  await processor.run(given!.hint(), false);
  expect(mails().map(({ to }) => to)).toEqual(['ana@north.example', 'ben@north.example']);
  expect(await sentOf(given!)).toMatchObject([{ personId: `ben-${tests}` }]);
  expect(await sentOf(kept!)).toMatchObject([{ personId: ana.personId }]);
});

test('a deadline met between assigning and sending is in no message', async () => {
  const [met, open] = await letters(2, world, ana);
  world.clock.set('2026-03-08T12:00:00.000Z');
  await processor.early.run(new AbortController().signal);
  await tell(world, met!.agreementId, [{ type: 'DeadlineMet', data: { deadlineId: 'milestone-m0' } }]);
  world.clock.set(DUE);
  await processor.run(open!.hint(), false);
  expect(mails().map(({ subject }) => subject)).toEqual([expect.stringContaining('Milestone')]);
  expect(await sentOf(met!)).toEqual([]);
});

test('how late a reminder was counts from when it might go to the person', async () => {
  const late: number[] = [];
  processor = new ReminderProcessor(world, (ms) => late.push(ms));
  const [letter] = await letters(1, world, { ...ana, zone: 'Europe/Berlin' });
  await processor.run(letter!.hint(), false);
  expect(late).toEqual([]);
  world.clock.set('2026-03-09T08:00:07.000Z');
  await processor.run(letter!.hint(), false);
  await processor.run(letter!.hint(), false);
  expect(late[0]).toBeGreaterThanOrEqual(7_000);
  expect(late[0]).toBeLessThan(60_000);
});
