import { ApiInMemory } from './support/api-in-memory.js';

interface Saved {
  readonly items: readonly { readonly filterId: string; readonly name: string; readonly filter: object }[];
}

describe('filters of the board that somebody keeps', () => {
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open();
  });
  afterAll(() => api.close());

  const keptBy = async (personId: string): Promise<Saved['items']> =>
    (await api.get('/api/board-filters', personId)).json<Saved>().items;

  it('are there wherever they sign in, and nobody else sees them', async () => {
    const { coordinator, chair } = api.people;
    const late = { name: '逾期', filter: { stages: ['signing'], late: true, year: 2026, search: '大兴' } };
    expect((await api.post('/api/board-filters', late, coordinator)).statusCode).toBe(200);
    const mine = { name: 'Mine', filter: { mine: true } };
    expect((await api.post('/api/board-filters', mine, coordinator)).statusCode).toBe(200);
    const kept = await keptBy(coordinator);
    expect(kept.map(({ name, filter }) => ({ name, filter }))).toEqual(expect.arrayContaining([late, mine]));
    expect(await keptBy(chair)).toEqual([]);
    const { filterId } = kept.find(({ name }) => name === 'Mine')!;
    // Another person's id of a filter says nothing to them.
    expect((await api.post(`/api/board-filters/${filterId}/remove`, {}, chair)).json()).toMatchObject({
      unchanged: true,
    });
    expect(await keptBy(coordinator)).toHaveLength(2);
    expect((await api.post(`/api/board-filters/${filterId}/remove`, {}, coordinator)).statusCode).toBe(200);
    expect((await keptBy(coordinator)).map(({ name }) => name)).toEqual(['逾期']);
  });

  it('stand beside the columns that they leave out', async () => {
    const { coordinator, chair } = api.people;
    const hiddenBy = async (who: string): Promise<unknown> =>
      (await api.get('/api/board-filters', who)).json<{ hiddenColumns: unknown }>().hiddenColumns;
    expect(await hiddenBy(coordinator)).toEqual([]);
    await api.post('/api/board-filters/columns', { hidden: ['field', 'stage'] }, coordinator);
    expect(await hiddenBy(coordinator)).toEqual(['field', 'stage']);
    expect(await hiddenBy(chair)).toEqual([]);
    for (const hidden of ['field', ['a b'], ['field', 'field'], null])
      expect((await api.post('/api/board-filters/columns', { hidden }, coordinator)).statusCode).toBe(400);
  });

  it.each([
    [{ name: 'x', filter: { colour: 'red' } }, 400],
    [{ name: '', filter: {} }, 400],
    [{ name: 'x', filter: { year: 12 } }, 400],
    [{ name: 'x', filter: { late: 'yes' } }, 400],
    [{ name: 'a\tb', filter: {} }, 422],
  ])('%j is refused', async (body, status) => {
    expect((await api.post('/api/board-filters', body, api.people.coordinator)).statusCode).toBe(status);
  });
});
