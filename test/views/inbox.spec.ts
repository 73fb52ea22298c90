import { SharedCommandHandler, ListInbox, MarkInboxRead, type InboxPage } from '@entente/application';
import type { Viewer } from '@entente/access';
import type { MarkInboxRead as Marked } from '@entente/directory';
import { decideAndAppend, streamName } from '@entente/event-sourcing';
import { remindersDecider } from '@entente/reminder';
import { ListInboxHandler } from '@entente/views';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import { aCast, Letter, type Cast } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';

let cast: Cast;
let views: OpenViews;
let letter: Letter;
let deadlineId: string;

beforeAll(async () => {
  cast = await aCast();
  letter = new Letter(cast, 'one');
  await letter.propose();
  deadlineId = 'drafting-0';
  views = await openViews(cast.world.facts.store);
}, 60_000);
afterAll(() => views.close());

async function remind({ personId }: Viewer, step: string, about = letter.id): Promise<void> {
  const { facts } = cast.world;
  const id = randomUUID();
  const answer = await decideAndAppend(
    facts,
    { decider: remindersDecider, gather: () => Promise.resolve({ facts: {} }) },
    {
      ...{ id, actor: 'system:reminders', causationId: id, correlationId: id },
      stream: streamName('main', 'reminders', about),
      command: {
        ...{ type: 'RecordReminderSent', deadlineId, version: 1, step, positionId: `of ${personId}` },
        ...{ personId, channel: 'inbox', messageId: `<${id}@letters.example>`, plannedAt: facts.clock },
      },
    },
  );
  expect(answer.accepted).toBe(true);
}

async function mark(viewer: Viewer, read: Omit<Marked, 'type'>): Promise<void> {
  const { facts } = cast.world;
  const id = randomUUID();
  const header = { commandId: id, causationId: id, correlationId: id };
  const message = new MarkInboxRead(viewer, header, viewer.personId, { type: 'MarkInboxRead', ...read });
  expect(await new SharedCommandHandler(facts).execute(message)).toMatchObject({ accepted: true });
}

async function inbox(viewer: Viewer, filter: Partial<ListInbox['filter']> = {}): Promise<InboxPage> {
  await views.catchUp();
  const handler = new ListInboxHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  return handler.execute(new ListInbox({ viewer }, { limit: 25, ...filter }));
}

it('each finds what they were reminded of, the newest first, with what it is about', async () => {
  const { facts } = cast.world;
  facts.clock = '2026-03-10T01:00:00.000Z';
  await remind(cast.base, 'remind-5');
  await remind(cast.coordinator, 'remind-5');
  facts.clock = '2026-03-11T01:00:00.000Z';
  await remind(cast.base, 'remind-2');
  const { items, total, unread } = await inbox(cast.base);
  expect([total, unread]).toEqual([2, 2]);
  expect(items).toMatchObject([
    { step: 'remind-2', agreementId: letter.id, kind: 'stage', subject: 'drafting', read: false },
    { step: 'remind-5', channel: 'inbox', title: { en: 'Letter one' } },
  ]);
  expect((await inbox(cast.coordinator)).items).toHaveLength(1);
});

it('what was read stays read: one by one, or all up to a moment', async () => {
  const [newest] = (await inbox(cast.base)).items;
  await mark(cast.base, { items: [newest?.itemId ?? ''] });
  expect((await inbox(cast.base)).items.map(({ read }) => read)).toEqual([true, false]);
  expect((await inbox(cast.base, { unread: true })).items).toMatchObject([{ step: 'remind-5' }]);
  await mark(cast.base, { until: newest?.at ?? '' });
  expect((await inbox(cast.base)).unread).toBe(0);
  expect((await inbox(cast.coordinator)).unread).toBe(1);
});

it('pages follow each other without a gap or a repeat', async () => {
  const all = await inbox(cast.base);
  const first = await inbox(cast.base, { limit: 1 });
  const second = await inbox(cast.base, { limit: 1, ...(first.nextCursor && { cursor: first.nextCursor }) });
  expect([...first.items, ...second.items]).toEqual(all.items);
  expect(second.nextCursor).toBeNull();
});

it('what is done says so, and what is nobody’s business any more is not told', async () => {
  await letter.withdraw();
  expect((await inbox(cast.base)).items.map(({ due }) => due)).toEqual([null, null]);
  expect((await inbox({ ...cast.base, positions: [] })).items).toEqual([]);
});
