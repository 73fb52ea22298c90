import type { Viewer } from '@entente/access';
import { GetMyWork, InvalidCursor, type WorkFilter, type WorkPage } from '@entente/application';
import { GetMyWorkHandler } from '@entente/views';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { aCast, Letter, type Cast } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';
import { World } from './world.js';

let cast: Cast;
let views: OpenViews;
let deputy: Viewer;
let early: Letter;
let signing: Letter;
let researched: Letter;

/** One letter in drafting since 2 March, one in signing since 3 March, one with a milestone due in December. */
beforeAll(async () => {
  cast = await aCast();
  const { facts } = cast.world;
  deputy = await cast.world.person('Deng', 'Daxing Association', ['representative']);
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

async function work(viewer: Viewer, filter: Partial<WorkFilter> = {}): Promise<WorkPage> {
  await views.catchUp();
  const handler = new GetMyWorkHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  return handler.execute(new GetMyWork({ viewer }, { list: 'owed', limit: 25, ...filter }));
}

async function listed(viewer: Viewer, list: WorkFilter['list'] = 'owed'): Promise<string[]> {
  const { items, total } = await work(viewer, { list });
  expect(total).toBe(items.length);
  return items.map(({ title, command }) => `${title.en ?? ''}: ${command}`);
}

it('what a party owes comes by day, and a signature from whoever signs', async () => {
  expect(await listed(cast.base)).toEqual([
    'Letter signing: RecordSignature',
    'Letter early: NameSignatory',
    'Letter early: ApproveText',
    'Letter researched: CompleteMilestone',
  ]);
  expect(await listed(deputy)).toEqual(['Letter early: NameSignatory', 'Letter early: ApproveText']);
});

it('what a party waits for is what others owe in its letters', async () => {
  expect(await listed(deputy, 'awaited')).toEqual([
    'Letter researched: FileSignedCopy',
    'Letter signing: RecordSignature',
    'Letter signing: RecordSignature',
    'Letter early: NameSignatory',
    'Letter early: ApproveText',
    'Letter researched: CompleteMilestone',
  ]);
});

it('a row says who, since when, until when and in which position', async () => {
  const { items, counts } = await work(cast.base);
  expect(items[0]).toMatchObject({
    agreementId: signing.id,
    who: signing.parties[0].partyId,
    since: '2026-03-03T01:00:00.000Z',
    position: { positionId: cast.base.positions[0]!.positionId },
    milestone: null,
    deadline: { localDate: '2026-03-17', late: false },
  });
  expect(items[3]).toMatchObject({
    milestone: { title: { zh: '论坛' } },
    deadline: { localDate: '2026-12-01' },
  });
  expect(counts).toEqual({ owed: 4, late: 0, awaited: 4 });
});

it('coordinators wait for everybody, an auditor owes and waits for nothing', async () => {
  expect(await listed(cast.coordinator)).toEqual(['Letter researched: FileSignedCopy']);
  expect(await listed(cast.coordinator, 'awaited')).toHaveLength(7);
  expect((await work(cast.auditor)).counts).toEqual({ owed: 0, late: 0, awaited: 0 });
  expect(await listed({ ...cast.base, positions: [] }, 'awaited')).toEqual([]);
});

it('what is done is owed no longer, and the next one owes', async () => {
  await early.draft();
  expect(await listed(cast.coordinator)).toEqual([
    'Letter researched: FileSignedCopy',
    'Letter early: SubmitForSigning',
  ]);
  expect(await listed(deputy)).toEqual([]);
  const commandId = await signing.sign(0);
  expect(await listed(cast.base)).toEqual(['Letter researched: CompleteMilestone']);
  await signing.retract(commandId);
  expect(await listed(cast.base)).toContain('Letter signing: RecordSignature');
});

it('what is late is known to the instant', async () => {
  const { facts } = cast.world;
  facts.clock = '2026-03-17T15:59:59.999Z';
  expect((await work(cast.base, { late: true })).total).toBe(0);
  facts.clock = '2026-03-17T16:00:00.000Z';
  const { items, counts } = await work(cast.base, { late: true });
  expect(items.map(({ deadline }) => deadline?.late)).toEqual([true]);
  expect(counts.late).toBe(1);
});

it('pages follow each other without a gap or a repeat, and take no cursor of another list', async () => {
  const all = await work(cast.coordinator, { list: 'awaited' });
  const seen: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await work(cast.coordinator, { list: 'awaited', limit: 1, ...(cursor && { cursor }) });
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(all.items);
  await expect(work(cast.base, { cursor: 'next' })).rejects.toThrow(InvalidCursor);
});
