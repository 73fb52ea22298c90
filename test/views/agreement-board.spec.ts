import type { Viewer } from '@entente/access';
import { GetBoard, type BoardFilter, type BoardPage, type BoardRow } from '@entente/application';
import { NO_STREAM, type EventEnvelope } from '@entente/event-sourcing';
import { BoardNumberIndex, GetBoardHandler, StateProjection, agreementBoard } from '@entente/views';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { letterIn } from '../support/agreement-builders.js';
import { applyInBatches } from './batches.js';
import { aCast, Letter, type Cast } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';

const TABLE = 'views.agreement_board';
const OPEN = ['drafting', 'signing', 'joint-research', 'review'] as const;
const FINAL = ['concluded', 'terminated', 'withdrawn', 'declined'] as const;
const START = '2026-03-02T01:00:00.000Z';

let cast: Cast;
let views: OpenViews;

beforeAll(async () => {
  cast = await aCast();
  views = await openViews(cast.world.facts.store);
}, 60_000);

afterAll(() => views.close());

async function board(viewer: Viewer, filter: Partial<BoardFilter> = {}): Promise<BoardPage> {
  await views.catchUp();
  const handler = new GetBoardHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  return handler.execute(new GetBoard({ viewer }, { limit: 25, ...filter }));
}

async function rowOf(letter: Letter): Promise<BoardRow> {
  const { items } = await board(cast.coordinator, { search: letter.title.en });
  return items[0]!;
}

describe('the row of a letter', () => {
  let letter: Letter;

  beforeAll(() => {
    letter = new Letter(cast, 'first');
  });

  it('shows a proposed one in drafting, its parties, and that both owe an approval', async () => {
    await letter.propose();
    const [base, district] = letter.parties;
    expect(await rowOf(letter)).toEqual({
      agreementId: letter.id,
      number: null,
      kind: 'letter-of-intent',
      definition: 'letter-of-intent@1',
      attributes: null,
      title: letter.title,
      field: { en: 'Modern agriculture', zh: '现代农业' },
      stage: 'drafting',
      stageSince: START,
      parties: [
        { partyId: base.partyId, name: { en: 'Agriculture Base', zh: '现代农业智库基地' }, role: base.role },
        {
          partyId: district.partyId,
          name: { en: 'Daxing Association', zh: '大兴区科协' },
          role: district.role,
        },
      ],
      turn: { who: [base.partyId, district.partyId], since: START },
      nextDeadline: {
        deadlineId: expect.stringMatching(/^drafting-\d+$/),
        kind: 'stage',
        localDate: '2026-03-30',
        dueAt: '2026-03-30T16:00:00.000Z',
        provisional: false,
        late: false,
      },
      revision: await letter.lastRevision(),
    });
  });

  it('shows its number once it has one', async () => {
    await cast.world.number(letter.key, 'LOI-2026-0001');
    expect(await rowOf(letter)).toMatchObject({ number: 'LOI-2026-0001', stage: 'drafting' });
    const numbers = new BoardNumberIndex(views.database);
    expect(await numbers.agreementIdOf('main', 'LOI-2026-0001')).toBe(letter.id);
    expect(await numbers.agreementIdOf('demo', 'LOI-2026-0001')).toBeUndefined();
    expect(await numbers.agreementIdOf('main', 'LOI-2026-\0')).toBeUndefined();
  });

  it('shows the coordinator’s turn when all is approved, and each party’s until it has signed', async () => {
    await letter.draft();
    expect(await rowOf(letter)).toMatchObject({ stage: 'drafting', turn: { who: ['coordinator'] } });
    cast.world.facts.clock = '2026-03-03T01:00:00.000Z';
    await letter.submitForSigning();
    await letter.sign(0);
    expect(await rowOf(letter)).toMatchObject({
      stage: 'signing',
      stageSince: '2026-03-03T01:00:00.000Z',
      turn: { who: [letter.parties[1].partyId] },
      nextDeadline: { kind: 'stage', localDate: '2026-03-17', late: false },
    });
  });

  it('shows what stood before an entry that was taken back', async () => {
    const before = await rowOf(letter);
    await letter.retract(await letter.sign(1));
    const { revision, ...row } = await rowOf(letter);
    expect({ ...row, revision: before.revision }).toEqual(before);
    expect(revision).toBe(await letter.lastRevision());
  });

  it('shows the milestone that falls due next, and nobody’s turn at the end', async () => {
    await letter.sign(1);
    expect(await rowOf(letter)).toMatchObject({
      stage: 'joint-research',
      nextDeadline: { kind: 'signed-copy', localDate: '2026-03-06' },
    });
    await letter.plan('2026-06-30');
    await letter.plan('2026-03-05');
    expect(await rowOf(letter)).toMatchObject({
      nextDeadline: { kind: 'milestone', localDate: '2026-03-05' },
    });
    await letter.completeMilestones();
    await letter.submitForReview();
    expect(await rowOf(letter)).toMatchObject({ stage: 'review', turn: { who: ['coordinator'] } });
    await letter.conclude();
    expect(await rowOf(letter)).toMatchObject({
      stage: 'concluded',
      turn: { who: [] },
      nextDeadline: { kind: 'signed-copy' },
    });
  });
});

describe('the rows', () => {
  it('are the same when they are made anew, whatever the batches', async () => {
    await views.catchUp();
    const rows = await views.dump(TABLE);
    await views.runtime.rebuild('agreement-board');
    expect(await views.dump(TABLE)).toEqual(rows);
    for (const size of [1, 2, 7, 1_000]) {
      const view = new StateProjection(agreementBoard);
      await applyInBatches(views.database, cast.world.facts.store, view, size);
      expect(await views.dump(TABLE)).toEqual(rows);
    }
    await views.runtime.projectAnew('agreement-board', new Letter(cast, 'first').stream);
    expect(await views.dump(TABLE)).toEqual(rows);
  });

  it('show nothing of what the log holds beyond the batch', async () => {
    const { store } = cast.world.facts;
    const known = (await Array.fromAsync(store.read(new Letter(cast, 'first').stream))).length;
    for (let count = 1; count <= known; count += 6) {
      await applyInBatches(views.database, store, new StateProjection(agreementBoard), count, count);
      const atOnce = await views.dump(TABLE);
      await applyInBatches(views.database, store, new StateProjection(agreementBoard), 1, count);
      expect(await views.dump(TABLE)).toEqual(atOnce);
      expect(atOnce).toEqual([expect.stringMatching(new RegExp(`"revision":${count - 1}[,}]`, 'u'))]);
    }
  }, 30_000);

  it('come out right when two workers make them at once', async () => {
    await views.runtime.rebuild('agreement-board');
    const [one, other] = [views.worker(), views.worker()];
    for (const key of ['a', 'b', 'c', 'd']) {
      const letter = new Letter(cast, `pair ${key}`);
      await letter.propose();
      const racing = [one, other].map((worker) => worker.catchUp('agreement-board'));
      await letter.draft();
      await Promise.all(racing);
    }
    await Promise.all([one, other].map((worker) => worker.catchUp('agreement-board')));
    const rows = await views.dump(TABLE);
    await views.runtime.rebuild('agreement-board');
    expect(await views.dump(TABLE)).toEqual(rows);
    expect(rows).toHaveLength(5);
  });
});

it('a letter in any stage has the row of its state', async () => {
  const stages = [...OPEN, ...FINAL];
  const expected = [];
  for (const [index, stage] of stages.entries()) {
    const letter = letterIn(stage);
    const id = `40000000-0000-4000-8000-00000000010${index}`;
    const envelopes = letter.envelopes(id, 'stages');
    await cast.world.facts.store.append(`stages.agreement-${id}`, NO_STREAM, envelopes as EventEnvelope[]);
    const { title, stageSince } = letter.state;
    const { began: _, ...turn } = letter.state.turn;
    expected.push({ agreementId: id, stage, stageSince, title, turn, revision: envelopes.length - 1 });
  }
  const view = new StateProjection(agreementBoard);
  await applyInBatches(views.database, cast.world.facts.store, view, 100);
  const { items, byStage } = await board({ ...cast.coordinator, space: 'stages' });
  expect(items.toSorted(byId)).toMatchObject(expected);
  expect(byStage).toEqual(Object.fromEntries(stages.map((stage) => [stage, 1])));
  const deadlines = items.toSorted(byId).map(({ nextDeadline }) => nextDeadline?.deadlineId.split('-')[0]);
  expect(deadlines).toEqual([
    'drafting',
    'signing',
    'signed',
    'signed',
    'signed',
    'signed',
    undefined,
    undefined,
  ]);
});

function byId(one: BoardRow, other: BoardRow): number {
  return one.agreementId < other.agreementId ? -1 : 1;
}
