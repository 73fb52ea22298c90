import { ReminderMailer, type ReminderDelivery, type ReminderMail } from '@entente/application';
import { ReminderProcessor } from '@entente/jobs';

import { hintOf } from './support/office.js';
import {
  agreementOf,
  createWorld,
  DEADLINE_ID,
  letterInSigning,
  linesOf,
  remindersOf,
  sign,
  tell,
  type World,
} from './support/world.js';

const DUE = '2026-03-09T01:00:10.000Z';
const BOTH_REMINDED = ['ReminderSent remind-5 north-head', 'ReminderSent remind-5 south-head'];

let world: World;
let processor: ReminderProcessor;

beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world.close());
beforeEach(() => {
  world.clock.set(DUE);
  world.smtp.behave('accept');
  processor = new ReminderProcessor(world);
});

function sentTo(): number {
  return world.smtp.received.length;
}

test('a step that is due is done, and done once', async () => {
  const letter = await letterInSigning(world);
  expect(await processor.run(hintOf(letter), false)).toBe('done');
  expect(await processor.run(hintOf(letter), false)).toBe('done');
  expect(await linesOf(world, letter)).toEqual(BOTH_REMINDED);
});

test('one that comes a moment early waits in place', async () => {
  const letter = await letterInSigning(world);
  world.clock.set('2026-03-09T00:59:59.000Z');
  expect(await processor.run(hintOf(letter), false)).toBe('done');
  const [first] = await remindersOf(world, letter);
  expect(first!.recordedAt >= '2026-03-09T01:00:00.000Z').toBe(true);
});

test('one that comes earlier is given back until its time', async () => {
  const letter = await letterInSigning(world);
  world.clock.set('2026-03-09T00:59:00.000Z');
  const result = await processor.run(hintOf(letter), false);
  expect(result).toEqual({ againInMs: expect.any(Number) });
  expect((result as { againInMs: number }).againInMs).toBeGreaterThan(50_000);
  expect((result as { againInMs: number }).againInMs).toBeLessThanOrEqual(60_000);
  expect(await linesOf(world, letter)).toEqual([]);
});

test('one whose deadline was met closes what remains', async () => {
  const letter = await letterInSigning(world);
  await sign(world, letter);
  expect(await processor.run(hintOf(letter), false)).toBe('done');
  expect(await linesOf(world, letter)).toEqual([
    'RemindersClosed deadline-met remind-5+remind-2+on-the-day+escalate-representative+escalate-desk+escalate-head',
  ]);
});

test('a letter nobody knows is none of its business', async () => {
  const letter = '99999999-9999-4999-8999-999999999999';
  expect(await processor.run(hintOf(letter), false)).toBe('done');
  expect(await linesOf(world, letter)).toEqual([]);
});

test('who has signed is told of as held back, and the other reminded', async () => {
  const letter = await letterInSigning(world);
  await tell(world, letter, [{ type: 'PartySigned', data: { partyId: 'north' } }]);
  await processor.run(hintOf(letter), false);
  expect(await linesOf(world, letter)).toEqual([
    'ReminderSuppressed remind-5 north-head already-signed',
    'ReminderSent remind-5 south-head',
  ]);
});

test('a signature taken back makes its position due again', async () => {
  const letter = await letterInSigning(world);
  const commandId = await sign(world, letter);
  await tell(world, letter, [{ type: 'EntryRetracted', data: { commandId, reason: 'wrong letter' } }]);
  await processor.run(hintOf(letter), false);
  expect(await linesOf(world, letter)).toEqual(BOTH_REMINDED);
});

test('after an outage only the last step that is due goes out', async () => {
  const letter = await letterInSigning(world);
  world.clock.set('2026-03-12T01:00:10.000Z');
  await processor.run(hintOf(letter, 'remind-5'), false);
  await processor.run(hintOf(letter, 'remind-2'), false);
  expect(await linesOf(world, letter)).toEqual([
    'ReminderSuppressed remind-5 all superseded',
    'ReminderSent remind-2 north-head',
    'ReminderSent remind-2 south-head',
  ]);
});

test.each([
  ['no-holder', undefined],
  ['no-address', { personId: 'north', name: {}, language: 'zh' as const }],
  [
    'bounced',
    {
      personId: 'north',
      name: {},
      language: 'zh' as const,
      email: 'north@north.example',
      bounced: true as const,
    },
  ],
])('a position that cannot be reached is told of: %s', async (reason, holder) => {
  const letter = await letterInSigning(world);
  const north = world.directory.holders.get('north-head')!;
  if (holder) world.directory.holders.set('north-head', holder);
  else world.directory.holders.delete('north-head');
  await processor.run(hintOf(letter), false);
  world.directory.holders.set('north-head', north);
  expect(await linesOf(world, letter)).toEqual([
    `ReminderSuppressed remind-5 north-head ${reason}`,
    'ReminderSent remind-5 south-head',
  ]);
});

test('a server that is busy makes another attempt; nothing is recorded before it succeeds', async () => {
  const letter = await letterInSigning(world);
  world.smtp.behave({ at: 'data', code: 451 });
  await expect(processor.run(hintOf(letter), true)).rejects.toThrow('smtp-451');
  expect(await linesOf(world, letter)).toEqual([]);
  world.smtp.behave('accept');
  await processor.run(hintOf(letter), false);
  expect(await linesOf(world, letter)).toEqual(BOTH_REMINDED);
});

test('an address refused for good is told of at the last attempt', async () => {
  const letter = await letterInSigning(world);
  world.smtp.behave({ at: 'recipient', code: 550 });
  await expect(processor.run(hintOf(letter), false)).rejects.toThrow('smtp-550');
  await processor.run(hintOf(letter), true);
  expect(await linesOf(world, letter)).toEqual([
    'ReminderSuppressed remind-5 north-head rejected',
    'ReminderSuppressed remind-5 south-head rejected',
  ]);
});

/** A process that dies right after the mail server has taken the message. */
class DyingMailer extends ReminderMailer {
  override async send(mail: ReminderMail): Promise<ReminderDelivery> {
    await world.mailer.send(mail);
    throw new Error('killed');
  }
}

test('a death between sending and recording leads to one record and no second mail', async () => {
  const letter = await letterInSigning(world);
  const before = sentTo();
  await expect(
    new ReminderProcessor({ ...world, mailer: new DyingMailer() }).run(hintOf(letter), false),
  ).rejects.toThrow();
  expect(await linesOf(world, letter)).toEqual([]);
  await processor.run(hintOf(letter), false);
  expect(await linesOf(world, letter)).toEqual(BOTH_REMINDED);
  expect(sentTo() - before).toBe(2);
});

test('a death before the outbox heard of it leads to one record and one repeat with the same Message-ID', async () => {
  const letter = await letterInSigning(world);
  const before = sentTo();
  await expect(
    new ReminderProcessor({ ...world, mailer: new DyingMailer() }).run(hintOf(letter), false),
  ).rejects.toThrow();
  await world.database.pool.query(
    `UPDATE notification.outbox SET status = 'queued' WHERE agreement_id = $1`,
    [letter],
  );
  await processor.run(hintOf(letter), false);
  expect(await linesOf(world, letter)).toEqual(BOTH_REMINDED);
  const ids = world.smtp.received.slice(before).map(({ headers }) => headers.get('message-id'));
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(2);
});

test('two at once are one reminder', async () => {
  const letter = await letterInSigning(world);
  const results = await Promise.all([1, 2, 3].map(() => processor.run(hintOf(letter), false)));
  expect(results.filter((result) => result === 'done').length).toBeGreaterThanOrEqual(1);
  expect(await linesOf(world, letter)).toEqual(BOTH_REMINDED);
});

describe('a deadline whose day is over', () => {
  const OVER = '2026-03-16T16:00:00.000Z';

  test('is marked once, by the timer, as the agreement decides', async () => {
    const letter = await letterInSigning(world);
    world.clock.set(OVER);
    const results = await Promise.all([1, 2, 3].map(() => processor.run(hintOf(letter, 'elapse'), false)));
    expect(results).toContain('done');
    const history = await agreementOf(world, letter);
    expect(history.filter(({ type }) => type === 'DeadlineMissed')).toMatchObject([
      { actor: 'system:timer', data: { deadlineId: DEADLINE_ID } },
    ]);
    expect(history.find(({ type }) => type === 'DeadlineMissed')!.recordedAt >= OVER).toBe(true);
    expect(await linesOf(world, letter)).toEqual([]);
  });

  test('is not marked when it was met a moment before', async () => {
    const letter = await letterInSigning(world);
    await sign(world, letter);
    world.clock.set(OVER);
    await processor.run(hintOf(letter, 'elapse'), false);
    const types = (await agreementOf(world, letter)).map(({ type }) => type);
    expect(types).not.toContain('DeadlineMissed');
  });

  test('goes up to those who speak for the party that has not signed, once, and stops when it is met', async () => {
    const letter = await letterInSigning(world);
    await tell(world, letter, [{ type: 'PartySigned', data: { partyId: 'south' } }]);
    const { holders } = world.directory;
    holders.set('north-speaker', { ...holders.get('north-head')!, email: 'speaker@north.example' });
    world.clock.set('2026-03-18T01:00:10.000Z');
    const before = sentTo();
    await processor.run(hintOf(letter, 'escalate-representative'), false);
    await processor.run(hintOf(letter, 'escalate-representative'), false);
    expect(await linesOf(world, letter)).toEqual([
      'DeadlineEscalated representative north-speaker',
      'ReminderSent escalate-representative north-speaker',
    ]);
    expect(world.smtp.received.slice(before).map(({ to }) => to)).toEqual([['speaker@north.example']]);
    await sign(world, letter);
    world.clock.set('2026-03-23T01:00:10.000Z');
    await processor.run(hintOf(letter, 'escalate-desk'), false);
    expect((await linesOf(world, letter)).slice(2)).toEqual([
      'RemindersClosed deadline-met remind-5+remind-2+on-the-day+escalate-desk+escalate-head',
    ]);
  });

  test('that stands above nobody is held back', async () => {
    const letter = await letterInSigning(world);
    world.clock.set('2026-03-30T01:00:10.000Z');
    await processor.run(hintOf(letter, 'escalate-head'), false);
    expect(await linesOf(world, letter)).toEqual(['ReminderSuppressed escalate-head all no-recipient']);
  });
});

describe('where it is night, or a day off', () => {
  const north = (change: object) => {
    const holder = world.directory.holders.get('north-head')!;
    world.directory.holders.set('north-head', { ...holder, ...change });
    return () => world.directory.holders.set('north-head', holder);
  };

  test('somebody is reminded in their morning, and others meanwhile', async () => {
    const letter = await letterInSigning(world);
    const back = north({ zone: 'Europe/Berlin' });
    const result = await processor.run(hintOf(letter), false);
    // 02:00 in Berlin, where it goes out at 09:00.
    expect(result).toEqual({ againInMs: expect.any(Number) });
    expect((result as { againInMs: number }).againInMs / 3_600_000).toBeCloseTo(7, 1);
    expect(await linesOf(world, letter)).toEqual(['ReminderSent remind-5 south-head']);
    world.clock.set('2026-03-09T08:00:00.000Z');
    expect(await processor.run(hintOf(letter), false)).toBe('done');
    expect(await linesOf(world, letter)).toEqual([
      'ReminderSent remind-5 south-head',
      'ReminderSent remind-5 north-head',
    ]);
    back();
  });

  test('the last reminder does not wait until the day is over', async () => {
    const letter = await letterInSigning(world);
    // Their morning is in the evening of the due date, their window opens after its end.
    const back = north({ zone: 'Pacific/Honolulu' });
    world.clock.set('2026-03-16T01:00:10.000Z');
    expect(await processor.run(hintOf(letter, 'on-the-day'), false)).toBe('done');
    expect((await linesOf(world, letter)).filter((line) => line.startsWith('ReminderSent'))).toHaveLength(2);
    back();
  });

  test('somebody in two positions is reminded once', async () => {
    const letter = await letterInSigning(world);
    const back = north({ personId: 'south', email: 'head@south.example' });
    await processor.run(hintOf(letter), false);
    expect(await linesOf(world, letter)).toEqual([
      'ReminderSent remind-5 north-head',
      'ReminderSuppressed remind-5 south-head superseded',
    ]);
    back();
  });
});
