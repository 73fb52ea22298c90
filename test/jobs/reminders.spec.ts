import { jobIdOf, type ReminderHint } from '@entente/jobs';

import { onBothBackends } from './support/backends.js';
import { hintOf, openOffice, type Office } from './support/office.js';
import {
  createWorld,
  eventually,
  letterInSigning,
  linesOf,
  remindersOf,
  sign,
  type World,
} from './support/world.js';

const BOTH_REMINDED = ['ReminderSent remind-5 north-head', 'ReminderSent remind-5 south-head'];

onBothBackends('reminders', (backend) => {
  let world: World;
  let offices: Office[] = [];

  beforeAll(() => backend.start(), 30_000);
  afterAll(() => backend.stop());
  beforeEach(async () => {
    world = await createWorld();
    world.clock.set('2026-03-03T02:00:00.000Z');
  }, 60_000);
  afterEach(async () => {
    await Promise.all(offices.map((office) => office.close()));
    offices = [];
    await backend.wipe(world.database);
    await world.close();
  }, 30_000);

  async function open(): Promise<Office> {
    const office = await openOffice(world, backend);
    offices.push(office);
    return office;
  }

  async function closeAll(): Promise<void> {
    await Promise.all(offices.map((office) => office.close()));
    offices = [];
  }

  /** Each is reminded by themselves. */
  async function inAnyOrder(letter: string): Promise<string[]> {
    return (await linesOf(world, letter)).sort();
  }

  function messageIds(): string[] {
    return world.smtp.received.map(({ headers }) => headers.get('message-id') ?? '');
  }

  test('a reminder goes out at its time, once to everyone it is for, and is recorded', async () => {
    world.clock.set('2026-03-09T00:59:58.000Z');
    const letter = await letterInSigning(world);
    const office = await open();
    office.jobs.start();
    await office.catchUp();
    await eventually(async () => {
      expect(await inAnyOrder(letter)).toEqual(BOTH_REMINDED);
    });
    expect(world.smtp.received.map(({ to }) => to).sort()).toEqual([
      ['head@north.example'],
      ['head@south.example'],
    ]);
    for (const { recordedAt, actor, data } of await remindersOf(world, letter)) {
      expect(recordedAt >= '2026-03-09T01:00:00.000Z').toBe(true);
      expect(actor).toBe('system:reminders');
      expect(data).toMatchObject({ channel: 'email', plannedAt: '2026-03-09T01:00:00.000Z' });
    }
    expect(
      (await remindersOf(world, letter)).map(({ data }) => 'messageId' in data && data.messageId),
    ).toEqual(messageIds());
  }, 30_000);

  test('a hundred deliveries to two workers are one reminder', async () => {
    world.clock.set('2026-03-09T01:00:10.000Z');
    const letter = await letterInSigning(world);
    const [first, second] = [await open(), await open()];
    const queue = first.queues.queue<ReminderHint>('reminders');
    await queue.add(
      Array.from({ length: 100 }, (_, index) => ({ id: `copy_${index}`, data: hintOf(letter) })),
    );
    first.jobs.start();
    second.jobs.start();
    await eventually(async () => {
      const { delayed, due } = await queue.ids();
      expect(delayed.size + due.size).toBe(0);
    }, 40_000);
    expect(await inAnyOrder(letter)).toEqual(BOTH_REMINDED);
    expect(world.smtp.received).toHaveLength(2);
  }, 60_000);

  test('after the signature the remaining reminders are closed, and none goes out', async () => {
    const letter = await letterInSigning(world);
    const office = await open();
    office.jobs.start();
    await office.catchUp();
    await sign(world, letter);
    await office.catchUp();
    expect(await linesOf(world, letter)).toEqual([
      'RemindersClosed deadline-met remind-5+remind-2+on-the-day+escalate-representative+escalate-desk+escalate-head',
    ]);
    world.clock.set('2026-03-16T02:00:00.000Z');
    await office.jobs.reconcile();
    await office.queues.queue<ReminderHint>('reminders').add([{ id: 'late', data: hintOf(letter) }]);
    await eventually(async () => {
      expect((await office.queues.queue('reminders').ids()).due.size).toBe(0);
    });
    expect(await linesOf(world, letter)).toHaveLength(1);
    expect(world.smtp.received).toHaveLength(0);
  }, 30_000);

  test('an emptied queue is filled again by itself; none is lost, none goes out twice', async () => {
    const letters = await Promise.all(Array.from({ length: 12 }, () => letterInSigning(world)));
    const office = await open();
    office.jobs.start();
    await office.catchUp();
    const queue = office.queues.queue<ReminderHint>('reminders');
    const planned = letters.map((letter) => jobIdOf(hintOf(letter))).sort();
    const filled = async (): Promise<void> => {
      expect([...(await queue.ids()).delayed].sort()).toEqual(planned);
    };
    await eventually(filled);
    await backend.wipe(world.database);
    await eventually(filled);

    world.clock.set('2026-03-09T01:00:10.000Z');
    await office.jobs.reconcile();
    await backend.wipe(world.database);
    await eventually(async () => {
      for (const letter of letters) expect(await inAnyOrder(letter)).toEqual(BOTH_REMINDED);
    }, 30_000);
    expect(new Set(messageIds()).size).toBe(24);
    expect(world.smtp.received).toHaveLength(24);
  }, 90_000);

  test('a restart on an empty queue loses none and sends none twice', async () => {
    const letters = await Promise.all(Array.from({ length: 6 }, () => letterInSigning(world)));
    const before = await open();
    before.jobs.start();
    await before.catchUp();
    world.clock.set('2026-03-09T01:00:10.000Z');
    await before.jobs.reconcile();
    await eventually(() => {
      expect(world.smtp.received.length).toBeGreaterThan(2);
      return Promise.resolve();
    });
    await closeAll();
    await backend.wipe(world.database);
    const after = await open();
    await after.catchUp();
    after.jobs.start();
    await eventually(async () => {
      for (const letter of letters) expect(await inAnyOrder(letter)).toEqual(BOTH_REMINDED);
    }, 30_000);
    expect(world.smtp.received).toHaveLength(12);
  }, 90_000);

  test('a job that comes days early goes back with its delay', async () => {
    const letter = await letterInSigning(world);
    const office = await open();
    await office.catchUp();
    const queue = office.queues.queue<ReminderHint>('reminders');
    const id = jobIdOf(hintOf(letter));
    await queue.add([{ id, data: hintOf(letter) }]);
    expect([...(await queue.ids()).due]).toEqual([id]);
    office.jobs.start();
    await eventually(async () => {
      expect([...(await queue.ids()).delayed]).toEqual([id]);
    });
    expect(await linesOf(world, letter)).toEqual([]);
    expect(world.smtp.received).toHaveLength(0);
  }, 30_000);

  test('a job of a step that is no more leaves the queue', async () => {
    const letter = await letterInSigning(world);
    const office = await open();
    const queue = office.queues.queue<ReminderHint>('reminders');
    await office.jobs.reconcile();
    await queue.add([{ id: 'unknown_step', data: hintOf(letter, 'remind-99'), delayMs: 60_000 }]);
    await office.catchUp();
    await office.jobs.reconcile();
    expect([...(await queue.ids()).delayed]).toEqual([jobIdOf(hintOf(letter))]);
    expect(office.jobs.figures.compared?.surplus).toBeGreaterThan(0);
    await office.jobs.reconcile();
    expect(office.jobs.figures.compared).toMatchObject({ missing: 0, surplus: 0 });
  }, 30_000);
});
