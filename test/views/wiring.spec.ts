import {
  Facts,
  GetBoard,
  GetCoverage,
  GetHistory,
  GetMyWork,
  ListOrganisations,
  ListPeople,
  NameDirectory,
  NumberIndex,
  ViewProgress,
  ViewStatus,
} from '@entente/application';
import { NO_KEYS } from '@entente/event-sourcing';
import { Database } from '@entente/platform';
import { BoardNumberIndex, DirectoryOfNames, viewQueryHandlers } from '@entente/views';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';

import { aCast, Letter } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';

let views: OpenViews;
let app: TestingModule;

const cast = await aCast();
const letter = new Letter(cast, 'first');

beforeAll(async () => {
  await letter.propose();
  views = await openViews(cast.world.facts.store);
  await views.catchUp();
  const { database, runtime } = views;
  app = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    providers: [
      { provide: Database, useValue: database },
      { provide: Facts, useValue: cast.world.facts },
      { provide: NameDirectory, useValue: new DirectoryOfNames(database, NO_KEYS) },
      { provide: NumberIndex, useValue: new BoardNumberIndex(database) },
      { provide: ViewProgress, useValue: runtime },
      { provide: ViewStatus, useValue: runtime },
      ...viewQueryHandlers,
    ],
  }).compile();
  await app.init();
}, 60_000);

afterAll(async () => {
  await app.close();
  await views.close();
});

it('every query reaches its handler through the bus', async () => {
  const asked = { viewer: cast.coordinator };
  const paging = { limit: 10 };
  const queries = [
    new GetBoard(asked, paging),
    new GetHistory(asked, letter.id, paging),
    new GetMyWork(asked, { ...paging, list: 'awaited' }),
    new ListOrganisations(asked, '', paging),
    new ListPeople(asked, '', paging),
  ];
  const roles = { rows: 'think-tank-base', columns: 'district-association' };
  const coverage = await app.get(QueryBus).execute(new GetCoverage(asked, roles));
  expect(coverage).toMatchObject({ rows: [{}], columns: [{}], gaps: 0 });
  const answers = await Promise.all(queries.map((query) => app.get(QueryBus).execute(query)));
  expect(answers).toMatchObject([{ total: 1 }, { total: 1 }, { total: 4 }, { total: 3 }, { total: 4 }]);
});

it('an answer waits for what the caller has seen, and says so when that does not come in time', async () => {
  const { store } = cast.world.facts;
  const ask = async () => {
    const asked = { viewer: cast.coordinator, seen: (await store.head())! };
    return app.get(QueryBus).execute(new GetBoard(asked, { limit: 10 }));
  };
  await letter.draft();
  const drafted = await store.head();
  const waiting = ask();
  await views.catchUp();
  expect((await waiting).freshness).toMatchObject({ position: drafted, lagMs: 0 });

  await letter.submitForSigning();
  expect((await ask()).freshness).toMatchObject({ position: drafted });
});
