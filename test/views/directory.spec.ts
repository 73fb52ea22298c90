import { NO_KEYS } from '@entente/event-sourcing';
import {
  InvalidCursor,
  ListOrganisations,
  ListPeople,
  type OrganisationRow,
  type Page,
  type Paging,
  type PersonRow,
} from '@entente/application';
import {
  DirectoryOfHolders,
  DirectoryOfNames,
  DirectoryOfViewers,
  DirectoryProjection,
  ListOrganisationsHandler,
  ListPeopleHandler,
} from '@entente/views';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { applyInBatches } from './batches.js';
import { aCast, type Cast } from './letter.js';
import { openViews, type OpenViews } from './open-views.js';
import { World } from './world.js';

const TABLES = ['views.organisations', 'views.positions', 'views.people'];

let cast: Cast;
let views: OpenViews;

beforeAll(async () => {
  cast = await aCast();
  const { world } = cast;
  // Chen keeps the desk of Ao too; Ao's successor has not come yet.
  await world.fill('desk of Ao', 'Chen', 'Department', ['auditor']);
  await aCast(new World('demo', world.facts));
  views = await openViews(world.facts.store);
  await views.catchUp();
}, 60_000);

afterAll(() => views.close());

function organisations(search = '', paging: Partial<Paging> = {}): Promise<Page<OrganisationRow>> {
  const handler = new ListOrganisationsHandler(
    views.database,
    cast.world.facts,
    views.runtime,
    views.runtime,
  );
  return handler.execute(new ListOrganisations({ viewer: cast.base }, search, { limit: 100, ...paging }));
}

function people(search = '', paging: Partial<Paging> = {}): Promise<Page<PersonRow>> {
  const handler = new ListPeopleHandler(views.database, cast.world.facts, views.runtime, views.runtime);
  return handler.execute(new ListPeople({ viewer: cast.base }, search, { limit: 100, ...paging }));
}

const names = (page: Page<{ readonly name: { readonly en?: string } }>): unknown[] =>
  page.items.map(({ name }) => name.en);

describe('the directory', () => {
  it('lists organisations with their positions and who fills them now', async () => {
    const page = await organisations('department');
    const { world } = cast;
    expect(page.items).toEqual([
      {
        organisationId: world.id('Department'),
        name: { en: 'Department', zh: '调研宣传部' },
        positions: ['Chen', 'Ao'].map((desk) => ({
          positionId: world.id(`desk of ${desk}`),
          title: { en: `desk of ${desk}` },
          roles: [desk === 'Chen' ? 'coordinator' : 'auditor'],
          person: { personId: world.id('Chen'), name: { en: 'Chen' } },
        })),
      },
    ]);
    expect(page).toMatchObject({ total: 1, nextCursor: null, freshness: { view: 'directory', lagMs: 0 } });
  });

  it('lists people with the positions they fill, none for who fills none', async () => {
    const { world } = cast;
    const page = await people();
    expect(names(page)).toEqual(['Ao', 'Bai', 'Chen', 'Dong']);
    expect(page.items.slice(0, 2)).toEqual([
      { personId: world.id('Ao'), name: { en: 'Ao' }, language: 'en', positions: [] },
      {
        personId: world.id('Bai'),
        name: { en: 'Bai' },
        language: 'en',
        positions: [
          {
            positionId: world.id('desk of Bai'),
            title: { en: 'desk of Bai' },
            roles: ['representative', 'signatory'],
            organisation: {
              organisationId: world.id('Agriculture Base'),
              name: { en: 'Agriculture Base', zh: '现代农业智库基地' },
            },
          },
        ],
      },
    ]);
  });

  it('is searched by name in both languages, never by address', async () => {
    expect(names(await organisations('大兴'))).toEqual(['Daxing Association']);
    expect(names(await people('DON'))).toEqual(['Dong']);
    expect(names(await people('example.org'))).toEqual([]);
  });

  it('comes in pages', async () => {
    for (const list of [organisations, people]) {
      const whole = await list();
      const first = await list('', { limit: 2 });
      const rest = await list('', { limit: 100, cursor: first.nextCursor! });
      expect([...names(first), ...names(rest)]).toEqual(names(whole));
      expect(rest.nextCursor).toBeNull();
      expect(rest.total).toBe(whole.total);
    }
  });

  it('refuses the cursor of another list and one of nobody', async () => {
    const cursor = (await organisations('', { limit: 1 })).nextCursor!;
    await expect(people('', { cursor })).rejects.toThrow(InvalidCursor);
    const nobody = Buffer.from(JSON.stringify(['people', 'nobody'])).toString('base64url');
    await expect(people('', { cursor: nobody })).rejects.toThrow(InvalidCursor);
  });
});

describe('who somebody is', () => {
  it('follows from the positions they fill right now', async () => {
    const { world } = cast;
    const viewers = new DirectoryOfViewers(views.database);
    expect(await viewers.viewerOf('main', world.id('Bai'))).toEqual(cast.base);
    expect(await viewers.viewerOf('main', world.id('Ao'))).toEqual({ ...cast.auditor, positions: [] });
    expect((await viewers.viewerOf('main', world.id('Chen')))?.positions).toEqual([
      ...cast.coordinator.positions,
      ...cast.auditor.positions,
    ]);
    expect(await viewers.viewerOf('demo', world.id('Bai'))).toBeUndefined();
    expect(await viewers.viewerOf('main', '\0')).toBeUndefined();
  });

  it('is whoever holds the position now', async () => {
    const holders = new DirectoryOfHolders(views.database, NO_KEYS);
    expect(await holders.holderOf('main', cast.world.id('desk of Ao'))).toEqual({
      personId: cast.world.id('Chen'),
      name: { en: 'Chen' },
      email: 'chen@example.org',
      language: 'en',
    });
    expect(await holders.holderOf('main', 'nobody')).toBeUndefined();
  });

  it('is told by name, also of organisations and positions', async () => {
    const { world } = cast;
    const ids = ['Bai', 'Department', 'desk of Bai'].map((name) => world.id(name));
    const found = await new DirectoryOfNames(views.database, NO_KEYS).namesOf('main', [...ids, 'nobody']);
    expect(ids.map((id) => found.get(id))).toEqual([
      { en: 'Bai' },
      { en: 'Department', zh: '调研宣传部' },
      { en: 'desk of Bai' },
    ]);
    expect(found.size).toBe(3);
  });
});

it('the rows are the same when they are made anew, whatever the batches', async () => {
  const dump = async (): Promise<unknown> => Promise.all(TABLES.map((table) => views.dump(table)));
  const rows = await dump();
  await views.runtime.rebuild('directory');
  expect(await dump()).toEqual(rows);
  for (const size of [1, 3, 100]) {
    await applyInBatches(views.database, cast.world.facts.store, new DirectoryProjection(), size);
    expect(await dump()).toEqual(rows);
  }
});
