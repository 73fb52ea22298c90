import type { Viewer } from '@entente/access';
import { GetBoard, type BoardPage } from '@entente/application';
import { AGREEMENT_SEARCH, GetBoardHandler } from '@entente/views';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { aCast, Letter, type Cast } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';

let cast: Cast;
let views: OpenViews;
let orchards: Letter;
let rivers: Letter;

beforeAll(async () => {
  cast = await aCast();
  orchards = new Letter(cast, 'orchards', { en: 'Orchards', zh: '果园' });
  rivers = new Letter(cast, 'rivers', { en: 'Rivers', zh: '河流' });
  await orchards.propose();
  await rivers.propose();
  await revise(orchards, 'en', 'Pears and peaches are counted in each orchard.');
  await revise(orchards, 'zh', '双方每月清点梨树与桃树。');
  await cast.world.letter(cast.coordinator, 'orchards', {
    type: 'NameSignatory',
    partyId: orchards.parties[1].partyId,
    positionId: cast.district.positions[0]!.positionId,
  });
  views = await openViews(cast.world.facts.store);
}, 60_000);
afterAll(() => views.close());

async function revise(letter: Letter, rendition: 'zh' | 'en', body: string): Promise<string> {
  const [section] = (await letter.state()).sections;
  const events = await cast.world.letter(letter.parties[0].viewer, letter.key, {
    type: 'ReviseSection',
    sectionId: section!.sectionId,
    rendition,
    heading: section!.renditions[rendition]!.heading,
    body,
    baseHash: section!.renditions[rendition]!.hash,
  });
  return events[0]!.commandId;
}

async function ask(search: string, viewer: Viewer = cast.coordinator): Promise<BoardPage> {
  await views.catchUp();
  const handler = new GetBoardHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  return handler.execute(new GetBoard({ viewer }, { limit: 25, search }));
}

async function found(search: string, viewer?: Viewer): Promise<string[]> {
  return (await ask(search, viewer)).items.map(({ title }) => title.en ?? '').sort();
}

it.each([
  ['a word of a section', 'peaches', ['Orchards']],
  ['a part of a word', 'each', ['Orchards', 'Rivers']],
  ['two characters of a section', '梨树', ['Orchards']],
  ['a sentence without spaces', '清点梨树与桃树', ['Orchards']],
  ['characters in another order', '树梨', []],
  ['neighbours from different places', '清树', []],
  ['all grams of a word in the wrong order', 'eachpears', []],
  ['words of a section, a title and a party', 'peaches 果园 daxing', ['Orchards']],
  ['one character, in what the board shows', '果', ['Orchards']],
  ['two letters, in what the board shows', 'or', ['Orchards']],
  ['whoever signs, by name', 'dong', ['Orchards']],
  ['whoever signs, with a word of the text', 'Dong peaches', ['Orchards']],
  ['somebody who signs nothing', 'Bai', []],
])('finds %s', async (_, search, expected) => {
  expect(await found(search)).toEqual(expected);
});

it('finds what a viewer may see and nothing else', async () => {
  const stranger = { ...cast.base, positions: [] };
  expect(await found('peaches', stranger)).toEqual([]);
  expect(await found('peaches', cast.district)).toEqual(['Orchards']);
});

it('follows what is written, and what is taken back', async () => {
  const commandId = await revise(rivers, 'en', 'Sturgeons return.');
  expect(await found('sturgeons')).toEqual(['Rivers']);
  await cast.world.letter(rivers.parties[0].viewer, 'rivers', {
    type: 'RetractEntry',
    commandId,
    reason: 'Another river.',
  });
  expect(await found('sturgeons')).toEqual([]);
});

it('an answer is as old as the older of the board and what was searched', async () => {
  const { freshness } = await ask('peaches');
  expect(freshness).toMatchObject({ position: await cast.world.facts.store.head(), parked: null });
  await revise(rivers, 'en', 'Herons return.');
  await views.runtime.catchUp('agreement-board');
  const handler = new GetBoardHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  const late = await handler.execute(
    new GetBoard({ viewer: cast.coordinator }, { limit: 25, search: 'herons' }),
  );
  expect(late).toMatchObject({ total: 0, freshness: { view: AGREEMENT_SEARCH } });
});
