import type { AgreementFact } from '@entente/agreement';
import { ListReminders } from '@entente/application';
import { chinaCalendar } from '@entente/calendar';
import { ListRemindersHandler, REMINDER_PLAN, ReminderProcessor } from '@entente/jobs';

import { randomUUID } from 'node:crypto';

import { hintOf, openOffice, type Office } from './support/office.js';
import { onPostgres } from './support/backend.js';
import {
  createWorld,
  letterInSigning,
  publishCalendar,
  sign,
  tell,
  tellReminders,
  type World,
  DEADLINE_ID,
  VERSION,
} from './support/world.js';

// The plan does not know where the queues are: one backend is enough.
let world: World;
let office: Office;

beforeAll(async () => {
  world = await createWorld();
  office = await openOffice(world, onPostgres);
}, 60_000);
afterAll(async () => {
  await office.close();
  await world.close();
});

async function rows(agreementId?: string): Promise<string[]> {
  const { rows: found } = await world.database.pool.query<{ row: string }>(
    `SELECT concat_ws(' ', agreement_id, step, version, to_char(at AT TIME ZONE 'UTC', 'MM-DD HH24:MI'), status) AS row
       FROM reminder.plan WHERE $1::text IS NULL OR agreement_id::text = $1 ORDER BY 1`,
    [agreementId ?? null],
  );
  return found.map(({ row }) => (agreementId === undefined ? row : row.slice(agreementId.length + 1)));
}

/** Up to the due date. */
async function ahead(agreementId: string): Promise<string[]> {
  return (await rows(agreementId)).filter((row) => /^(?:on|remind)-/u.test(row));
}

test('a deadline has a row for every step it will remind of', async () => {
  const letter = await letterInSigning(world);
  await office.catchUp();
  expect(await rows(letter)).toEqual([
    'elapse 5 03-16 16:00 open',
    'escalate-desk 5 03-23 01:00 open',
    'escalate-head 5 03-30 01:00 open',
    'escalate-representative 5 03-18 01:00 open',
    'on-the-day 5 03-16 01:00 open',
    'remind-2 5 03-12 01:00 open',
    'remind-5 5 03-09 01:00 open',
  ]);
});

test('a step told of to everyone is done', async () => {
  const letter = await letterInSigning(world);
  world.clock.set('2026-03-09T01:00:10.000Z');
  await new ReminderProcessor(world).run(hintOf(letter), false);
  await office.catchUp();
  expect((await rows(letter)).filter((row) => row.endsWith('done'))).toEqual(['remind-5 5 03-09 01:00 done']);
});

test('the steps of a deadline that was met are done, and open again when that is taken back', async () => {
  const letter = await letterInSigning(world);
  const commandId = await sign(world, letter);
  await office.runtime.catchUp(REMINDER_PLAN);
  expect((await rows(letter)).every((row) => row.endsWith('done'))).toBe(true);
  await tell(world, letter, [{ type: 'EntryRetracted', data: { commandId, reason: 'wrong letter' } }]);
  await office.runtime.catchUp(REMINDER_PLAN);
  expect((await rows(letter)).every((row) => row.endsWith('open'))).toBe(true);
});

test('rebuilt from the log it has equal content', async () => {
  const letters = await Promise.all([1, 2, 3].map(() => letterInSigning(world)));
  world.clock.set('2026-03-12T01:00:10.000Z');
  await new ReminderProcessor(world).run(hintOf(letters[0]!), false);
  await new ReminderProcessor(world).run(hintOf(letters[1]!, 'remind-2'), false);
  await sign(world, letters[2]!);
  const own = await letterInSigning(world);
  const remind = { workingDaysBefore: [1], onTheDay: false, escalate: [] };
  await tellReminders(world, own, [{ type: 'ReminderPolicySet', data: { kind: 'stage', policy: remind } }]);
  const missed = await letterInSigning(world);
  world.directory.holders.set('north-speaker', world.directory.holders.get('north-head')!);
  world.clock.set('2026-03-18T01:00:10.000Z');
  await new ReminderProcessor(world).run(hintOf(missed, 'elapse'), false);
  await new ReminderProcessor(world).run(hintOf(missed, 'escalate-representative'), false);
  await new ReminderProcessor(world).run(hintOf(missed, 'escalate-desk'), false);
  await office.catchUp();
  await office.catchUp();
  const before = await rows();
  expect(before.length).toBeGreaterThan(8);
  expect(await rows(own)).toEqual(['elapse 5 03-16 16:00 open', 'remind-1 5 03-13 01:00 open']);
  expect((await rows(missed)).filter((row) => row.endsWith('done'))).toEqual([
    'elapse 5 03-16 16:00 done',
    'escalate-representative 5 03-18 01:00 done',
  ]);
  expect(await office.runtime.rebuild(REMINDER_PLAN)).toMatchObject({ verdict: 'equal' });
  expect(await rows()).toEqual(before);
});

test('mail that came back moves the step up, whose job is given back, also in a rebuild', async () => {
  const letter = await letterInSigning(world);
  const sent = { deadlineId: DEADLINE_ID, version: VERSION, step: 'on-the-day', status: '5.1.1' };
  const back = ['north', 'south'].map((side) => ({
    type: 'ReminderBounced' as const,
    data: { ...sent, positionId: `${side}-head`, personId: side, messageId: `<${side}@letters.example>` },
  }));
  await tellReminders(world, letter, back, '2026-03-17T02:00:00.000Z');
  await office.catchUp();
  const up = async (): Promise<string[]> =>
    (await rows(letter)).filter((row) => row.startsWith('escalate-representative'));
  expect(await up()).toEqual(['escalate-representative 5 03-20 01:00 open']);
  world.clock.set('2026-03-18T01:00:10.000Z');
  const processor = new ReminderProcessor(world);
  const given = await processor.run(hintOf(letter, 'escalate-representative'), false);
  expect(given).toEqual({ againInMs: expect.any(Number) });
  expect((given as { againInMs: number }).againInMs).toBeGreaterThan(86_400_000);
  expect(await office.runtime.rebuild(REMINDER_PLAN)).toMatchObject({ verdict: 'equal' });
  expect(await up()).toEqual(['escalate-representative 5 03-20 01:00 open']);
});

test('steps count with the calendar their due date was counted with, also in a rebuild', async () => {
  const off = { date: '2026-03-12', kind: 'holiday', name: { zh: '加假', en: 'A day more' } } as const;
  await publishCalendar(world, { ...chinaCalendar, version: 2, days: [...chinaCalendar.days, off] });
  const [older, newer] = [await letterInSigning(world), await letterInSigning(world, randomUUID(), 'cn@2')];
  await office.catchUp();
  const counted = [
    'on-the-day 5 03-16 01:00 open',
    'remind-2 5 03-11 01:00 open',
    'remind-5 5 03-06 01:00 open',
  ];
  expect(await ahead(newer)).toEqual(counted);
  expect(await rows(older)).toContain('remind-2 5 03-12 01:00 open');
  expect(await office.runtime.rebuild(REMINDER_PLAN)).toMatchObject({ verdict: 'equal' });
  expect(await ahead(newer)).toEqual(counted);
});

test('steps count with all calendars that their due date was counted with, also in a rebuild', async () => {
  const closures = {
    id: 'closures-college',
    version: 1,
    kind: 'closures',
    publishedFrom: '2026-03-10',
    publishedTo: '2026-03-10',
    days: [{ date: '2026-03-10', kind: 'holiday', name: { zh: '校庆', en: 'Founding day' } }],
  } as const;
  await publishCalendar(world, closures);
  const letter = await letterInSigning(world, randomUUID(), 'cn@1+closures-college@1');
  await office.catchUp();
  const counted = [
    'on-the-day 5 03-16 01:00 open',
    'remind-2 5 03-12 01:00 open',
    'remind-5 5 03-06 01:00 open',
  ];
  expect(await ahead(letter)).toEqual(counted);
  expect(await office.runtime.rebuild(REMINDER_PLAN)).toMatchObject({ verdict: 'equal' });
  expect(await ahead(letter)).toEqual(counted);
});

test('the list leaves out an agreement that cannot be read, and shows the others', async () => {
  const [readable, unreadable] = [await letterInSigning(world), await letterInSigning(world)];
  await office.catchUp();
  await tell(world, unreadable, [{ type: 'Sung', data: {} } as unknown as AgreementFact]);
  const { database, facts } = world;
  const numbers = { agreementIdOf: () => Promise.resolve(undefined) };
  const names = { namesOf: () => Promise.resolve(new Map<string, object>()) };
  const { runtime } = office;
  const handler = new ListRemindersHandler(database, facts, numbers, names, runtime, runtime);
  const positions = [{ positionId: 'p', organisationId: 'o', roles: ['auditor'] }] as const;
  const viewer = { space: 'main', personId: 'auditor', positions };
  const page = await handler.execute(new ListReminders({ viewer }, undefined, { limit: 100 }));
  const shown = page?.items.map(({ agreementId }) => agreementId);
  expect(shown).toContain(readable);
  expect(shown).not.toContain(unreadable);
});

test('one agreement projected anew keeps what its reminders remember', async () => {
  const letter = await letterInSigning(world);
  world.clock.set('2026-03-09T01:00:10.000Z');
  await new ReminderProcessor(world).run(hintOf(letter), false);
  await office.catchUp();
  const before = await rows(letter);
  await office.runtime.projectAnew(REMINDER_PLAN, `main.agreement-${letter}`);
  expect(await rows(letter)).toEqual(before);
});
