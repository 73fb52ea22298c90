import { decideAndAppend, NO_KEYS, streamName } from '@entente/event-sourcing';
import { remindersDecider, type ReminderCommand } from '@entente/reminder';
import type { Viewer } from '@entente/access';
import {
  GetHistory,
  InvalidCursor,
  type HistoryLine,
  type HistoryOf,
  type Page,
  type Paging,
} from '@entente/application';
import {
  AgreementHistoryProjection,
  BoardNumberIndex,
  DirectoryOfNames,
  GetHistoryHandler,
} from '@entente/views';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';

import { applyInBatches } from './batches.js';
import { aCast, Letter, type Cast } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';

const TABLE = 'views.agreement_history';

let cast: Cast;
let letter: Letter;
let views: OpenViews;
let withdrawnSignature: string;

beforeAll(async () => {
  cast = await aCast();
  letter = new Letter(cast, 'first');
  await letter.propose();
  await cast.world.number(letter.key, 'LOI-2026-0001');
  await letter.draft();
  await letter.submitForSigning();
  withdrawnSignature = await letter.sign(0);
  cast.world.facts.clock = '2026-03-02T02:00:00.000Z';
  await letter.retract(withdrawnSignature);
  await letter.sign(0);
  await letter.sign(1);
  await letter.plan('2026-06-30');
  await letter.completeMilestones();
  views = await openViews(cast.world.facts.store);
  await views.catchUp();
}, 60_000);

afterAll(() => views.close());

function history(
  viewer: Viewer,
  paging: Partial<Paging> = {},
  agreement = letter.id,
  of?: HistoryOf,
): Promise<Page<HistoryLine> | undefined> {
  const { database, runtime } = views;
  const numbers = new BoardNumberIndex(database);
  const names = new DirectoryOfNames(database, NO_KEYS);
  const { facts } = cast.world;
  const handler = new GetHistoryHandler(database, facts, numbers, names, runtime, runtime);
  return handler.execute(new GetHistory({ viewer }, agreement, { limit: 100, ...paging }, of));
}

async function lines(paging: Partial<Paging> = {}): Promise<readonly HistoryLine[]> {
  return (await history(cast.coordinator, paging))!.items;
}

describe('the history of a letter', () => {
  it('is one line for each command, the newest first, whose events are those of the log', async () => {
    const log = (await letter.history()).map(({ event }) => event);
    const shown = await lines();
    expect(shown.map(({ commandId }) => commandId)).toEqual(
      [...new Set(log.map(({ commandId }) => commandId))].reverse(),
    );
    expect(
      shown
        .flatMap(({ events }) => events)
        .map(({ revision, type }) => ({ revision, type }))
        .sort((one, other) => one.revision - other.revision),
    ).toEqual(log.map(({ revision, type }) => ({ revision, type })));
  });

  it('says who did what, in which position, in both languages', async () => {
    const confirmed = (await lines())[0]!;
    expect(confirmed).toMatchObject({
      recordedAt: '2026-03-02T02:00:00.000Z',
      effectiveOn: null,
      actor: { id: cast.district.personId, name: { en: 'Dong' } },
      actingAs: { id: cast.district.positions[0]!.positionId, title: { en: 'desk of Dong' } },
      retracted: null,
    });
    expect(confirmed.title.en).toContain('Dong');
    expect(confirmed.title.en).toContain('Daxing Association');
    expect(confirmed.title.en).toContain('A forum');
    expect(confirmed.title.zh).toContain('大兴区科协');
  });

  it('names no person for what an automation did', async () => {
    const numbered = (await lines()).find(({ events }) => events[0]?.type === 'AgreementNumbered');
    expect(numbered).toMatchObject({ actor: { id: 'system:numbering', name: null }, actingAs: null });
  });

  it('keeps a line that was taken back, with by whom, when and why', async () => {
    const taken = (await lines()).filter(({ retracted }) => retracted);
    expect(taken).toMatchObject([
      {
        commandId: withdrawnSignature,
        retracted: { by: cast.coordinator.personId, at: '2026-03-02T02:00:00.000Z', reason: 'Wrong letter.' },
      },
    ]);
  });

  it('comes in pages', async () => {
    const whole = await lines();
    const paged: HistoryLine[] = [];
    let cursor: string | undefined;
    do {
      const page = await history(cast.coordinator, { limit: 4, ...(cursor === undefined ? {} : { cursor }) });
      expect(page?.total).toBe(whole.length);
      paged.push(...page!.items);
      cursor = page!.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(whole);
  });

  it('refuses a cursor of another list, and ends before a cursor beyond its beginning', async () => {
    const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    await expect(lines({ cursor: encoded(['board', 1, 'a']) })).rejects.toThrow(InvalidCursor);
    expect(await lines({ cursor: encoded(['history', -1]) })).toEqual([]);
    expect(await lines({ cursor: encoded(['history', Number.MAX_SAFE_INTEGER]) })).not.toEqual([]);
  });

  it('is found by number, and by nobody who may not see the letter', async () => {
    expect(await history(cast.district, {}, 'LOI-2026-0001')).toMatchObject({
      total: (await lines()).length,
    });
    expect(await history(cast.district, {}, 'LOI-2026-\0')).toBeUndefined();
    const stranger = { ...cast.district, positions: [] };
    expect(await history(stranger)).toBeUndefined();
    expect(await history({ ...cast.coordinator, space: 'demo' })).toBeUndefined();
  });
});

describe('the history of its reminders', () => {
  const about = { deadlineId: 'signing-9', version: 9, step: 'remind-5' };
  const record = async (command: ReminderCommand): Promise<void> => {
    const { facts } = cast.world;
    const id = crypto.randomUUID();
    const answer = await decideAndAppend(
      facts,
      { decider: remindersDecider, gather: () => Promise.resolve({ facts: {} }) },
      {
        ...{ id, actor: 'system:reminders', causationId: id, correlationId: id, command },
        stream: streamName('main', 'reminders', letter.id),
      },
    );
    expect(answer.accepted).toBe(true);
  };
  const told = async (viewer: Viewer, paging: Partial<Paging> = {}) =>
    (await history(viewer, paging, letter.id, 'reminders'))!;
  const typesFor = async (viewer: Viewer) =>
    (await told(viewer)).items.flatMap(({ events }) => events.map(({ type }) => type));

  beforeAll(async () => {
    const { personId } = cast.district;
    const sent = {
      channel: 'email',
      messageId: '<1@x.example>',
      plannedAt: '2026-03-02T01:00:00.000Z',
    } as const;
    const reason = 'deadline-met' as const;
    await record({ type: 'RecordReminderSent', ...about, positionId: 'north', personId, ...sent });
    await record({ type: 'RecordReminderSent', ...about, positionId: 'south', personId: 'sun', ...sent });
    await record({ type: 'CloseReminders', ...about, reason, steps: ['remind-5', 'on-the-day'] });
  });

  it('is told in sentences, the newest first, and stands apart from what people did', async () => {
    expect(await typesFor(cast.coordinator)).toEqual(['RemindersClosed', 'ReminderSent', 'ReminderSent']);
    const { items, total } = await told(cast.coordinator, { limit: 1 });
    expect(total).toBe(3);
    expect(items[0]!.title.en).toMatch(/^The remaining reminders of .+ will not be sent: it is done\.$/u);
    expect(items[0]!.title.zh).toContain('余下的提醒不再发送');
    expect((await lines()).flatMap(({ events }) => events.map(({ type }) => type))).not.toContain(
      'ReminderSent',
    );
  });

  it('is read page by page', async () => {
    const { nextCursor } = await told(cast.coordinator, { limit: 2 });
    const next = await told(cast.coordinator, { limit: 2, cursor: nextCursor! });
    expect(next.items.map(({ revision }) => revision)).toEqual([0]);
    expect(next.nextCursor).toBeNull();
  });

  it('names to a party nobody but whoever asks', async () => {
    expect(await typesFor(cast.district)).toEqual(['RemindersClosed', 'ReminderSent']);
    expect(await history({ ...cast.district, positions: [] }, {}, letter.id, 'reminders')).toBeUndefined();
  });
});

describe('the rows of the history', () => {
  it('are the same when they are made anew, wherever the batches end', async () => {
    const rows = await views.dump(TABLE);
    await views.runtime.rebuild('agreement-history');
    expect(await views.dump(TABLE)).toEqual(rows);
    for (const size of [1, 2, 3, 5]) {
      const view = new AgreementHistoryProjection();
      await applyInBatches(views.database, cast.world.facts.store, view, size);
      expect(await views.dump(TABLE)).toEqual(rows);
    }
    await views.runtime.projectAnew('agreement-history', letter.stream);
    expect(await views.dump(TABLE)).toEqual(rows);
  });

  it('hold no name of a person: a name that is gone is gone from every line', async () => {
    const rows = await views.dump(TABLE);
    expect(rows.filter((row) => /(?<!desk of )Dong/u.test(row))).toEqual([]);
    await sql`DELETE FROM views.people`.execute(views.database.tables<object>());
    const [newest] = await lines();
    expect(newest).toMatchObject({ actor: { id: cast.district.personId, name: null } });
    expect(newest!.title.en).toContain('Somebody');
  });
});
