import type { Viewer } from '@entente/access';
import {
  InvalidCursor,
  ListCountedWithOlder,
  ListDeadlines,
  type DeadlineFilter,
  type DeadlinePage,
} from '@entente/application';
import { decideAndAppend, streamName, type UseCase } from '@entente/event-sourcing';
import {
  remindersDecider,
  type ReminderCommand,
  type ReminderFact,
  type ReminderRefusalCode,
  type Reminders,
} from '@entente/reminder';
import { ListCountedWithOlderHandler, ListDeadlinesHandler } from '@entente/views';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { aCast, Letter, type Cast } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';
import { World } from './world.js';

const reminders: UseCase<Reminders, ReminderCommand, ReminderFact, object, ReminderRefusalCode> = {
  decider: remindersDecider,
  gather: () => Promise.resolve({ facts: {} }),
};

let cast: Cast;
let views: OpenViews;
let stranger: Viewer;
let early: Letter;
let signing: Letter;
let researched: Letter;

/** One letter in drafting since 2 March, one in signing since 3 March, one with a milestone due in December. */
beforeAll(async () => {
  cast = await aCast();
  const { facts } = cast.world;
  await cast.world.organisation('Another Association', '另一协会');
  stranger = await cast.world.person('Wu', 'Another Association', ['representative']);
  early = new Letter(cast, 'early');
  await early.propose();
  facts.clock = '2026-03-03T01:00:00.000Z';
  signing = new Letter(cast, 'signing');
  await signing.propose();
  await signing.draft();
  await signing.submitForSigning();
  researched = new Letter(cast, 'researched');
  await researched.propose();
  await researched.draft();
  await researched.submitForSigning();
  await researched.sign(0);
  await researched.sign(1);
  await researched.plan('2026-12-01');
  await new Letter(await aCast(new World('demo', facts)), 'elsewhere').propose();
  views = await openViews(facts.store);
}, 60_000);
afterAll(() => views.close());

async function due(viewer: Viewer, filter: Partial<DeadlineFilter> = {}): Promise<DeadlinePage> {
  await views.catchUp();
  const handler = new ListDeadlinesHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  return handler.execute(new ListDeadlines({ viewer }, { limit: 25, ...filter }));
}

async function listed(viewer: Viewer, filter: Partial<DeadlineFilter> = {}): Promise<string[]> {
  const { items, total } = await due(viewer, filter);
  expect(total).toBe(items.length);
  return items.map(({ title, kind, localDate }) => `${title.en ?? ''}: ${kind} ${localDate}`);
}

const ALL = [
  'Letter researched: signed-copy 2026-03-06',
  'Letter signing: stage 2026-03-17',
  'Letter early: stage 2026-03-30',
  'Letter researched: milestone 2026-12-01',
];

it('what is due first stands on top, in the letters that the viewer may see', async () => {
  expect(await listed(cast.coordinator)).toEqual(ALL);
  expect(await listed(cast.auditor)).toEqual(ALL);
  expect(await listed(cast.base)).toEqual(ALL);
  expect(await listed(stranger)).toEqual([]);
});

it('those counted with an older version of a calendar are told agreement by agreement', async () => {
  await views.catchUp();
  const handler = new ListCountedWithOlderHandler(views.database, views.runtime, views.runtime);
  const older = (calendar: string, version: number, page: { limit: number; after?: string }) =>
    handler.execute(new ListCountedWithOlder({ viewer: cast.coordinator }, calendar, version, page));
  const all = await older('cn', 2, { limit: 25 });
  expect([all.total, all.items.length, all.next]).toEqual([3, 3, null]);
  const first = await older('cn', 2, { limit: 2 });
  expect([first.items, first.next]).toEqual([all.items.slice(0, 2), all.items[1]]);
  expect((await older('cn', 2, { limit: 2, after: first.next ?? '' })).items).toEqual(all.items.slice(2));
  expect(await older('cn', 1, { limit: 25 })).toMatchObject({ items: [], total: 0 });
  expect(await older('de', 2, { limit: 25 })).toMatchObject({ items: [], total: 0 });
});

it('a row says what is due, by which rule and calendar, and whose duty it is', async () => {
  const { items } = await due(cast.coordinator);
  expect(items.map(({ who }) => who)).toEqual([
    ['coordinator'],
    signing.parties.map(({ partyId }) => partyId),
    early.parties.map(({ partyId }) => partyId),
    [researched.parties[0].partyId],
  ]);
  expect(items[1]).toMatchObject({
    agreementId: signing.id,
    kind: 'stage',
    subject: 'signing',
    rule: 'P10D working',
    calendar: expect.stringMatching(/^cn@\d+$/u),
    zone: 'Asia/Shanghai',
    dueAt: '2026-03-17T16:00:00.000Z',
    provisional: false,
    late: false,
    light: { colour: 'green', reason: 'ahead' },
    reminded: null,
  });
  expect(items[3]).toMatchObject({ milestone: { zh: '论坛' } });
});

it('is chosen by when it is due, its kind, its letter and whose it is', async () => {
  const { counts } = await due(cast.coordinator);
  expect(counts).toEqual({ missed: 0, week: 1, later: 3 });
  expect(await listed(cast.coordinator, { when: 'week' })).toEqual(ALL.slice(0, 1));
  expect(await listed(cast.coordinator, { when: 'later' })).toEqual(ALL.slice(1));
  expect(await listed(cast.coordinator, { kind: 'milestone' })).toEqual(ALL.slice(3));
  expect(await listed(cast.coordinator, { mine: true })).toEqual(ALL.slice(0, 1));
  expect(await listed(cast.base, { mine: true })).toEqual(ALL.slice(1));
  expect(await listed(cast.coordinator, { search: '意向书signing' })).toEqual(ALL.slice(1, 2));
  expect(await listed(cast.coordinator, { deskId: 'no desk \ud800' })).toEqual([]);
});

it('the light turns with the days, and tells of a reminder that reached nobody', async () => {
  const { facts } = cast.world;
  const lights = async (): Promise<string[]> =>
    (await due(cast.coordinator)).items.map(({ light }) => `${light.colour} ${light.reason}`);
  facts.clock = '2026-03-06T15:59:59.999Z';
  expect(await lights()).toEqual(['amber due-today', 'green ahead', 'green ahead', 'green ahead']);
  facts.clock = '2026-03-06T16:00:00.000Z';
  expect(await lights()).toEqual(['red missed', 'green ahead', 'green ahead', 'green ahead']);
  expect(await listed(cast.coordinator, { when: 'missed' })).toEqual(ALL.slice(0, 1));
  const { items } = await due(cast.coordinator);
  const command: ReminderCommand = {
    type: 'RecordReminderSuppressed',
    deadlineId: items[1]!.deadlineId,
    version: 1,
    step: 'remind-5',
    positionId: 'a-position',
    reason: 'no-address',
    plannedAt: '2026-03-10T01:00:00.000Z',
  };
  await decideAndAppend(facts, reminders, {
    id: crypto.randomUUID(),
    stream: streamName('main', 'reminders', signing.id),
    actor: 'system:reminders',
    causationId: signing.id,
    correlationId: signing.id,
    command,
  });
  expect(await lights()).toEqual(['red missed', 'amber nobody-reached', 'green ahead', 'green ahead']);
  expect((await due(cast.coordinator)).items[1]?.reminded).toMatchObject({
    step: 'remind-5',
    status: 'held-back',
    reason: 'no-address',
  });
});

it('what is met, withdrawn or taken back is due no longer', async () => {
  await early.withdraw();
  const last = await signing.sign(0);
  expect((await due(cast.coordinator)).items[1]?.who).toEqual([signing.parties[1].partyId]);
  await signing.sign(1);
  expect(await listed(cast.coordinator)).not.toContain(ALL[1]);
  expect(await listed(cast.coordinator)).not.toContain(ALL[2]);
  expect(last).toBeDefined();
});

it('pages follow each other without a gap or a repeat, and take no cursor of another list', async () => {
  const all = await due(cast.coordinator);
  expect(all.items.length).toBeGreaterThan(2);
  const seen: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await due(cast.coordinator, { limit: 1, ...(cursor && { cursor }) });
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(all.items);
  await expect(due(cast.base, { cursor: 'next' })).rejects.toThrow(InvalidCursor);
});
