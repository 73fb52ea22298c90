import type { Viewer } from '@entente/access';
import { GetBoard, GetHistory, type BoardPage, type Freshness } from '@entente/application';
import { NO_KEYS, UnknownEvent } from '@entente/event-sourcing';
import { ConsumerRuntime } from '@entente/platform';
import {
  BoardNumberIndex,
  DirectoryOfNames,
  GetBoardHandler,
  GetHistoryHandler,
  viewConsumers,
} from '@entente/views';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { aCast, Letter, type Cast } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';

let cast: Cast;
let views: OpenViews;
let runtime: ConsumerRuntime;
let parked: Letter;
let other: Letter;
let proposed: number;
let isNewer = false;

/** Two letters; in one of them a program reads that does not know what its drafting wrote. */
beforeAll(async () => {
  cast = await aCast();
  [parked, other] = [new Letter(cast, 'parked'), new Letter(cast, 'other')];
  const { store } = cast.world.facts;
  for (const letter of [parked, other]) await letter.propose();
  proposed = (await Array.fromAsync(store.read(parked.stream))).length;
  for (const letter of [parked, other]) await letter.draft();
  views = await openViews(store);
  const upcast: NonNullable<ConstructorParameters<typeof ConsumerRuntime>[0]['upcast']> = (event) => {
    if (!isNewer && event.stream === parked.stream && event.revision >= proposed)
      throw new UnknownEvent(event, 1);
    return event;
  };
  runtime = new ConsumerRuntime({ database: views.database, store, views: viewConsumers(), upcast });
  await catchUp();
}, 60_000);

afterAll(() => views.close());

async function catchUp(): Promise<void> {
  for (const name of runtime.names) await runtime.catchUp(name);
}

function board(viewer: Viewer): Promise<BoardPage> {
  const handler = new GetBoardHandler(views.database, cast.world.facts, runtime, runtime);
  return handler.execute(new GetBoard({ viewer }, { limit: 10 }));
}

async function shownOf(letter: Letter): Promise<Freshness | undefined> {
  const { database } = views;
  const [numbers, names] = [new BoardNumberIndex(database), new DirectoryOfNames(database, NO_KEYS)];
  const { facts } = cast.world;
  const handler = new GetHistoryHandler(database, facts, numbers, names, runtime, runtime);
  const seen = (await facts.store.head())!;
  const asked = { viewer: cast.coordinator, seen };
  return (await handler.execute(new GetHistory(asked, letter.id, { limit: 10 })))?.freshness;
}

it('a reader is told that a letter waits, since when and in a word why; others are as fresh as ever', async () => {
  const position = await cast.world.facts.store.head();
  expect(await shownOf(parked)).toMatchObject({
    position,
    parked: { since: expect.stringMatching(/Z$/u), reason: 'unknown-event' },
  });
  expect(await shownOf(other)).toMatchObject({ position, parked: null });
});

it('the board says how many of its letters wait, to each of those who may see them', async () => {
  const stranger = await cast.world.person('Someone', 'Department');
  expect((await board(cast.coordinator)).parked).toBe(1);
  expect((await board(cast.base)).parked).toBe(1);
  expect((await board(stranger)).parked).toBe(0);
  expect((await board(cast.coordinator)).items.map(({ revision }) => revision).toSorted()[0]).toBe(
    proposed - 1,
  );
});

it('a retry by a newer program makes up for what was left out', async () => {
  isNewer = true;
  await catchUp();
  expect(await runtime.retry()).toEqual([
    { consumer: 'agreement-board', stream: parked.stream },
    { consumer: 'agreement-deadlines', stream: parked.stream },
    { consumer: 'agreement-history', stream: parked.stream },
    { consumer: 'agreement-search', stream: parked.stream },
    { consumer: 'agreement-work', stream: parked.stream },
  ]);
  expect((await board(cast.coordinator)).parked).toBe(0);
  expect(await shownOf(parked)).toMatchObject({ parked: null });
  const [one, two] = (await board(cast.coordinator)).items;
  expect(one?.revision).toBe(two?.revision);
});
