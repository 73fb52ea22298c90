import type { Viewer } from '@entente/access';
import { GetBoard, GetCoverage, type Coverage } from '@entente/application';
import { GetBoardHandler, GetCoverageHandler } from '@entente/views';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { aCast, Letter, type Cast } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';

let cast: Cast;
let views: OpenViews;
const roles = { rows: 'think-tank-base', columns: 'district-association' };

/** Agriculture with Daxing twice, one of them withdrawn; the city base with Tongzhou. */
beforeAll(async () => {
  cast = await aCast();
  const { world } = cast;
  await world.organisation('City Base', '智慧城市智库基地');
  await world.organisation('Tongzhou Association', '通州区科协');
  await new Letter(cast, 'one').propose();
  const withdrawn = new Letter(cast, 'two');
  await withdrawn.propose();
  await withdrawn.withdraw();
  await world.letter(cast.coordinator, 'three', {
    type: 'ProposeAgreement',
    kind: 'letter-of-intent',
    title: { en: 'Three' },
    parties: [
      { partyId: world.id('City Base'), role: roles.rows },
      { partyId: world.id('Tongzhou Association'), role: roles.columns },
    ],
  });
  views = await openViews(world.facts.store);
  await views.catchUp();
}, 60_000);
afterAll(() => views.close());

function coverage(viewer: Viewer, asked = roles): Promise<Coverage> {
  const handler = new GetCoverageHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  return handler.execute(new GetCoverage({ viewer }, asked));
}

it('tells which pairs have letters, how many still run, and how many pairs have none', async () => {
  const { world } = cast;
  const answer = await coverage(cast.coordinator);
  expect(answer.rows.map(({ name }) => name.en).sort()).toEqual(['Agriculture Base', 'City Base']);
  expect(answer.columns.map(({ name }) => name.en).sort()).toEqual([
    'Daxing Association',
    'Tongzhou Association',
  ]);
  expect(answer.cells).toHaveLength(2);
  expect(answer.cells).toEqual(
    expect.arrayContaining([
      {
        row: world.id('Agriculture Base'),
        column: world.id('Daxing Association'),
        open: 1,
        ended: 1,
        late: 0,
      },
      { row: world.id('City Base'), column: world.id('Tongzhou Association'), open: 1, ended: 0, late: 0 },
    ]),
  );
  expect(answer).toMatchObject({ gaps: 2, parked: 0, freshness: { lagMs: 0 } });
});

it('counts what is late', async () => {
  const { facts } = cast.world;
  const before = facts.clock;
  facts.clock = '2026-04-30T00:00:00.000Z';
  expect((await coverage(cast.coordinator)).cells.map(({ late }) => late)).toEqual([1, 1]);
  facts.clock = before;
});

it('shows a viewer their own letters, and nobody anything of an unknown role', async () => {
  expect(await coverage(cast.base)).toMatchObject({ rows: [{}], columns: [{}], cells: [{}], gaps: 0 });
  expect(await coverage({ ...cast.base, positions: [] })).toMatchObject({ rows: [], cells: [], gaps: 0 });
  expect(await coverage(cast.coordinator, { ...roles, rows: 'nobody' })).toMatchObject({
    rows: [],
    cells: [],
  });
});

it('the letters of a pair are those the board shows of both', async () => {
  const { world } = cast;
  const board = new GetBoardHandler(views.database, world.facts, views.runtime, views.runtime);
  const of = async (partyId: string, withPartyId: string): Promise<number> => {
    const filter = { limit: 25, partyId: world.id(partyId), withPartyId: world.id(withPartyId) };
    return (await board.execute(new GetBoard({ viewer: cast.coordinator }, filter))).total;
  };
  expect(await of('Agriculture Base', 'Daxing Association')).toBe(2);
  expect(await of('Agriculture Base', 'Tongzhou Association')).toBe(0);
});
