import type { Attributes } from '@entente/agreement';
import {
  CountLettersByDefinition,
  GetBoard,
  GetCoverage,
  GetMyWork,
  ListDeadlines,
  type BoardRow,
  type SoughtAttributes,
  type SoughtStage,
} from '@entente/application';
import {
  CountLettersByDefinitionHandler,
  GetBoardHandler,
  GetCoverageHandler,
  GetMyWorkHandler,
  ListDeadlinesHandler,
} from '@entente/views';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { surveyDefinition } from '../support/survey-definition.js';
import { aCast, Letter, type Cast } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';

let cast: Cast;
let views: OpenViews;

/** A letter of intent, one withdrawn, and three surveys: one of nothing known, two of different depths. */
beforeAll(async () => {
  cast = await aCast();
  const { world, coordinator } = cast;
  await world.publish(surveyDefinition());
  await new Letter(cast, 'plain').propose();
  const withdrawn = new Letter(cast, 'withdrawn');
  await withdrawn.propose();
  await withdrawn.withdraw();
  const survey = (key: string, attributes?: Attributes) =>
    world.letter(coordinator, key, {
      type: 'ProposeAgreement',
      kind: 'survey',
      title: { en: key },
      parties: withdrawn.parties.map(({ partyId, role }) => ({ partyId, role })),
      ...(attributes ? { attributes } : {}),
    });
  await survey('unknown');
  await survey('shallow', { depth: 3, season: 'dry', insured: true });
  await survey('deep', { depth: 12, season: 'dry' });
  views = await openViews(world.facts.store);
  await views.catchUp();
}, 60_000);
afterAll(() => views.close());

const board = async (attributes: SoughtAttributes): Promise<readonly BoardRow[]> => {
  const handler = new GetBoardHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  const { items } = await handler.execute(
    new GetBoard({ viewer: cast.coordinator }, { limit: 100, attributes }),
  );
  return items;
};
const found = async (attributes: SoughtAttributes): Promise<unknown> =>
  (await board(attributes)).map(({ title }) => title.en).sort();

it('letters are chosen by attributes, by all that are named and by one meaning of each', async () => {
  expect(await found({})).toHaveLength(5);
  expect(await found({ season: ['dry'] })).toEqual(['deep', 'shallow']);
  expect(await found({ depth: [12, '12'] })).toEqual(['deep']);
  expect(await found({ depth: ['12'] })).toEqual([]);
  expect(await found({ season: ['dry'], insured: [true] })).toEqual(['shallow']);
  expect(await found({ season: ['\ud800'] })).toEqual([]);
});

it('a row says what is known of its letter, and by which definition it goes', async () => {
  const deep = (await board({ depth: [12] }))[0];
  expect(deep).toMatchObject({ definition: 'survey@1', attributes: { depth: 12, season: 'dry' } });
  const plain = (await board({})).find(({ title }) => title.en === 'Letter plain');
  expect(plain).toMatchObject({ definition: 'letter-of-intent@1', attributes: null });
});

it('other lists say by which definition a letter goes', async () => {
  const { facts } = cast.world;
  const asked = { viewer: cast.coordinator };
  const work = new GetMyWorkHandler(views.database, facts, views.runtime, views.runtime);
  const owed = await work.execute(new GetMyWork(asked, { list: 'awaited', limit: 100 }));
  const deadlines = new ListDeadlinesHandler(views.database, facts, views.runtime, views.runtime);
  const due = await deadlines.execute(new ListDeadlines(asked, { limit: 100 }));
  for (const { items } of [owed, due]) {
    const named = items.map(({ title, definition }) => [title.en, definition]);
    expect(named).toContainEqual(['deep', 'survey@1']);
    expect(named).toContainEqual(['Letter plain', 'letter-of-intent@1']);
  }
});

it('coverage counts the letters that have them', async () => {
  const handler = new GetCoverageHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  const roles = { rows: 'think-tank-base', columns: 'district-association' };
  const cells = async (attributes?: SoughtAttributes): Promise<unknown> =>
    (await handler.execute(new GetCoverage({ viewer: cast.coordinator }, roles, attributes))).cells;
  expect(await cells()).toMatchObject([{ open: 4, ended: 1 }]);
  expect(await cells({ season: ['dry'] })).toMatchObject([{ open: 2, ended: 0 }]);
  expect(await cells({ season: ['wet'] })).toEqual([]);
});

it('stages of one name are counted apart by definition, and can be looked at apart', async () => {
  const handler = new GetBoardHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  const page = (stages: readonly SoughtStage[]) =>
    handler.execute(new GetBoard({ viewer: cast.coordinator }, { limit: 100, stages }));
  const { byStage, stages } = await page([]);
  expect(byStage).toEqual({ drafting: 4, withdrawn: 1 });
  expect(stages).toEqual([
    { stage: 'drafting', definition: 'letter-of-intent@1', count: 1 },
    { stage: 'drafting', definition: 'survey@1', count: 3 },
    { stage: 'withdrawn', definition: 'letter-of-intent@1', count: 1 },
  ]);
  const survey = { stage: 'drafting', definition: 'survey@1' };
  const titles = async (sought: readonly SoughtStage[]): Promise<unknown> =>
    (await page(sought)).items.map(({ title }) => title.en).sort();
  expect(await titles([survey])).toEqual(['deep', 'shallow', 'unknown']);
  expect(await titles([survey, 'withdrawn'])).toHaveLength(4);
  expect(await titles([{ ...survey, definition: 'survey@2' }])).toEqual([]);
});

it('letters are counted by their definition', async () => {
  const handler = new CountLettersByDefinitionHandler(views.database, views.runtime, views.runtime);
  const { items } = await handler.execute(new CountLettersByDefinition({ viewer: cast.base }));
  expect(items).toEqual([
    { definition: 'letter-of-intent@1', inFlight: 1, ended: 1 },
    { definition: 'survey@1', inFlight: 3, ended: 0 },
  ]);
});
