import { maySee, type Viewer } from '@entente/access';
import {
  GetBoard,
  InvalidCursor,
  ListAgreementsUnder,
  type BoardFilter,
  type BoardPage,
} from '@entente/application';
import type { PositionRole } from '@entente/directory';
import { GetBoardHandler, ListAgreementsUnderHandler } from '@entente/views';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { aCast, Letter, type Cast } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';
import { World } from './world.js';

let cast: Cast;
let views: OpenViews;
const letters: Letter[] = [];

/** Eight letters: four in drafting, two in signing, one concluded, one withdrawn; another space holds one more. */
beforeAll(async () => {
  cast = await aCast();
  const { facts } = cast.world;
  for (const [index, key] of 'abcdefgh'.split('').entries()) {
    facts.clock = `2026-03-0${index + 2}T01:00:00.000Z`;
    const letter = new Letter(cast, key, { en: `Letter ${key}${key}${key}`, zh: `意向书${key}` });
    letters.push(letter);
    await letter.propose();
  }
  const [, , , , e, f, g, h] = letters;
  await e!.draft();
  await e!.submitForSigning();
  await f!.draft();
  await f!.submitForSigning();
  await f!.sign(0);
  await g!.walk();
  facts.clock = '2026-03-10T01:00:00.000Z';
  await h!.withdraw();
  await new Letter(await aCast(new World('demo', facts)), 'elsewhere').propose();
  views = await openViews(facts.store);
  await views.catchUp();
}, 60_000);

afterAll(() => views.close());

function board(viewer: Viewer, filter: Partial<BoardFilter> = {}, seen?: string): Promise<BoardPage> {
  const handler = new GetBoardHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  const asked = { viewer, ...(seen === undefined ? {} : { seen }) };
  return handler.execute(new GetBoard(asked, { limit: 100, ...filter }));
}

async function found(viewer: Viewer, filter: Partial<BoardFilter> = {}): Promise<string> {
  const { items, total } = await board(viewer, filter);
  expect(total).toBe(items.length);
  const keys = new Map(letters.map(({ id, key }) => [id, key]));
  return items.map(({ agreementId }) => keys.get(agreementId) ?? '?').join('');
}

describe('the board', () => {
  it('begins with what is due next and ends with what has no deadline, the latest change first', async () => {
    expect(await found(cast.coordinator)).toBe('gefabcdh');
  });

  it('counts the letters by stage, whatever the filter', async () => {
    const { byStage, total } = await board(cast.coordinator, { stages: ['review'] });
    expect(byStage).toEqual({ drafting: 4, signing: 2, concluded: 1, withdrawn: 1 });
    expect(total).toBe(0);
  });

  it('says how old it is', async () => {
    const position = await cast.world.facts.store.head();
    const { freshness } = await board(cast.coordinator, {}, position);
    expect(freshness).toEqual({ view: 'agreement-board', version: 4, position, lagMs: 0, parked: null });
  });
});

describe('letters in flight under a definition', () => {
  it('are listed by their ids, page by page, without those that have ended', async () => {
    const handler = new ListAgreementsUnderHandler(views.database, views.runtime, views.runtime);
    const under = (definition: string, page: { after?: string; limit: number }, viewer = cast.coordinator) =>
      handler.execute(new ListAgreementsUnder({ viewer }, definition, page));
    const { items, next, total } = await under('letter-of-intent@1', { limit: 4 });
    expect({ count: items.length, total }).toEqual({ count: 4, total: 6 });
    const rest = await under('letter-of-intent@1', { limit: 4, after: next ?? '' });
    expect(rest).toMatchObject({ total: 6, next: null });
    const ids = [...items, ...rest.items].map(({ agreementId }) => agreementId);
    expect(ids).toEqual(
      letters
        .slice(0, 6)
        .map(({ id }) => id)
        .sort(),
    );
    expect(await under('memorandum@1', { limit: 4 })).toMatchObject({ items: [], total: 0 });
  });
});

describe('a filter', () => {
  it('by stages shows the letters in any of them', async () => {
    expect(await found(cast.coordinator, { stages: ['signing', 'concluded'] })).toBe('gef');
    expect(await found(cast.coordinator, { stages: [] })).toHaveLength(8);
  });

  it('by the year in which they were proposed, where it is meant', async () => {
    expect(await found(cast.coordinator, { year: 2026 })).toHaveLength(8);
    expect(await found(cast.coordinator, { year: 2025 })).toBe('');
  });

  it('by their field, as it is written in either language', async () => {
    const [{ field } = {}] = (await board(cast.coordinator)).items;
    const { zh = '', en = '' } = field ?? {};
    expect(await found(cast.coordinator, { field: zh })).toHaveLength(8);
    expect(await found(cast.coordinator, { field: en })).toHaveLength(8);
    expect(await found(cast.coordinator, { field: 'another field' })).toBe('');
  });

  it.each([
    ['a word of the title', 'letter bbb', 'b'],
    ['a title in Chinese', '意向书c', 'c'],
    ['a party in English, in any case', 'DAXING', 'gefabcdh'],
    ['a party in Chinese', '大兴', 'gefabcdh'],
    ['the field', '农业', 'gefabcdh'],
    ['words of several places', 'letter base aaa', 'a'],
    ['full-width letters', 'ＬＥＴＴＥＲ　ＤＤＤ', 'd'],
    ['nothing', '  ', 'gefabcdh'],
    ['wildcards, which mean themselves', '%', ''],
    ['an underscore', '_', ''],
    ['a text the database cannot hold', 'letter\0\ud800', ''],
    ['one that runs across two names', 'baseletter', ''],
  ])('by search finds %s', async (_, search, expected) => {
    expect(await found(cast.coordinator, { search })).toBe(expected);
  });

  it('by party shows the letters it is a party of', async () => {
    const [base] = letters[0]!.parties;
    expect(await found(cast.coordinator, { partyId: base.partyId })).toHaveLength(8);
    expect(await found(cast.coordinator, { partyId: cast.world.id('Department') })).toBe('');
    expect(await found(cast.coordinator, { partyId: '\0' })).toBe('');
  });

  it('by mine shows whose turn is the viewer’s', async () => {
    expect(await found(cast.coordinator, { mine: true })).toBe('');
    expect(await found(cast.base, { mine: true })).toBe('eabcd');
    expect(await found(cast.district, { mine: true })).toBe('efabcd');
    expect(await found(cast.auditor, { mine: true })).toBe('');
    await letters[0]!.draft();
    await views.catchUp();
    expect(await found(cast.coordinator, { mine: true })).toBe('a');
  });

  it('by late shows those whose deadline has passed, to the instant', async () => {
    const { facts } = cast.world;
    facts.clock = '2026-03-30T15:59:59.999Z';
    expect(await found(cast.coordinator, { late: true, stages: ['drafting'] })).toBe('');
    facts.clock = '2026-03-30T16:00:00.000Z';
    expect(await found(cast.coordinator, { late: true, stages: ['drafting'] })).toBe('a');
    const { items } = await board(cast.coordinator, { stages: ['drafting'] });
    expect(items.map(({ nextDeadline }) => nextDeadline?.late)).toEqual([true, false, false, false]);
  });

  it('joins with others', async () => {
    expect(await found(cast.base, { mine: true, search: 'letter', stages: ['signing'] })).toBe('e');
  });
});

describe('pages', () => {
  it('follow each other without a gap or a repeat', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await board(cast.coordinator, { limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      expect(page.total).toBe(8);
      seen.push(...page.items.map(({ agreementId }) => agreementId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const { items, nextCursor } = await board(cast.coordinator);
    expect(nextCursor).toBeNull();
    expect(seen).toEqual(items.map(({ agreementId }) => agreementId));
  });

  it('have no next one when the last is full', async () => {
    expect(await board(cast.coordinator, { limit: 8 })).toMatchObject({ nextCursor: null });
  });

  it.each([
    ['empty', ''],
    ['a word', 'next'],
    ['an empty list', 'W10'],
    ['very long', 'A'.repeat(5_000)],
  ])('are refused when the cursor is %s', async (_, cursor) => {
    await expect(board(cast.coordinator, { cursor })).rejects.toThrow(InvalidCursor);
  });
});

describe('what a viewer sees', () => {
  it('is what domain/access lets them see', async () => {
    const organisations = ['Department', 'Agriculture Base', 'Daxing Association', 'Other Base'];
    await cast.world.organisation('Other Base', '别的基地');
    for (const [one, other] of pairs(organisations)) {
      await cast.world.letter(cast.coordinator, `${one} with ${other}`, {
        type: 'ProposeAgreement',
        kind: 'letter-of-intent',
        title: { en: `${one} with ${other}` },
        parties: [
          { partyId: cast.world.id(one), role: 'think-tank-base' },
          { partyId: cast.world.id(other), role: 'district-association' },
        ],
      });
    }
    await views.catchUp();
    const keys = [
      ...letters.map(({ key }) => key),
      ...pairs(organisations).map(([one, other]) => `${one} with ${other}`),
    ];
    const all = await Promise.all(
      keys.map(async (key) => {
        const letter = new Letter(cast, key);
        return { id: letter.id, state: await letter.state() };
      }),
    );
    for (const viewer of viewers(organisations)) {
      const { items, total, byStage } = await board(viewer);
      const visible = all.filter(({ state }) => maySee(viewer, state)).map(({ id }) => id);
      expect(items.map(({ agreementId }) => agreementId).sort()).toEqual(visible.sort());
      expect(total).toBe(visible.length);
      expect(Object.values(byStage).reduce((sum, count) => sum + count, 0)).toBe(visible.length);
    }
  }, 60_000);

  function viewers(organisations: readonly string[]): Viewer[] {
    const roles: PositionRole[][] = [[], ['representative'], ['signatory'], ['auditor'], ['coordinator']];
    const held = organisations.flatMap((name) =>
      roles.map((of) => ({
        positionId: cast.world.id(`${name} ${of.join()}`),
        organisationId: cast.world.id(name),
        roles: of,
      })),
    );
    const two = held.flatMap((one) => held.slice(0, 5).map((other) => [one, other]));
    return [[], ...held.map((one) => [one]), ...two].map((positions) => ({ ...cast.base, positions }));
  }
});

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [Item, Item] => [one, other]));
}
