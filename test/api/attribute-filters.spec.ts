import { surveyDefinition } from '../support/survey-definition.js';
import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn } from './support/problem.js';

describe('letters chosen by attributes of their definitions', () => {
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open();
    const published = await api.post('/api/definitions', surveyDefinition(), api.people.coordinator);
    expect(published.json()).toMatchObject({ published: true });
  });
  afterAll(() => api.close());

  it.each([
    ['attribute.depth=12', { depth: [12] }],
    ['attribute[depth]=12', { depth: [12] }],
    ['attribute.season=dry&attribute.insured=true', { season: ['dry'], insured: [true] }],
    ['attribute.starts=2026-03-02', { starts: ['2026-03-02'] }],
    ['late=true', {}],
  ])('%s', async (query, attributes) => {
    for (const list of ['/api/agreements', '/api/coverage']) {
      if (list === '/api/coverage' && query === 'late=true') continue;
      const answer = await api.get(`${list}?${query}`, api.people.chair);
      expect([list, answer.statusCode]).toEqual([list, 200]);
      const asked = api.engine.asked.at(-1) as { filter?: object; attributes?: object };
      expect(asked.filter ?? asked).toMatchObject({ attributes });
    }
  });

  it.each([
    ['attribute.colour=red', 'attribute.colour', 'unknown-field'],
    ['attribute.constructor=red', 'attribute.constructor', 'unknown-field'],
    ['attribute.depth=deep', 'attribute.depth', 'malformed'],
    ['attribute.depth=31', 'attribute.depth', 'malformed'],
    ['attribute.season=monsoon', 'attribute.season', 'malformed'],
    ['attribute.depth=1&attribute.depth=2', 'attribute', 'wrong-type'],
    ['attribute.Depth=1', 'attribute', 'malformed'],
    [`attribute.season=${'x'.repeat(201)}`, 'attribute', 'malformed'],
    ['attribute=dry', 'attribute', 'wrong-type'],
    ['attribute.=dry', 'attribute.', 'unknown-field'],
  ])('%s is refused by name', async (query, field, code) => {
    for (const list of ['/api/agreements', '/api/coverage']) {
      const answer = await api.get(`${list}?${query}`, api.people.coordinator);
      expect([answer.statusCode, problemIn(answer)]).toMatchObject([
        400,
        { code: 'invalid-query', errors: [{ field, code }] },
      ]);
    }
  });

  it('no other list takes them', async () => {
    const answer = await api.get('/api/my-work?attribute.depth=12', api.people.coordinator);
    expect(answer.statusCode).toBe(400);
  });

  it('are kept with a filter', async () => {
    const { coordinator } = api.people;
    const filter = { attributes: { depth: '12', season: 'dry' } };
    expect((await api.post('/api/board-filters', { name: 'Dry', filter }, coordinator)).statusCode).toBe(200);
    const kept = (await api.get('/api/board-filters', coordinator)).json<{ items: object[] }>();
    expect(kept.items).toMatchObject([{ name: 'Dry', filter }]);
    for (const [attributes, status] of [
      [{ depth: 12 }, 400],
      [['depth'], 400],
      [{ 'a b': 'x' }, 422],
      [{ depth: 'a\tb' }, 422],
    ]) {
      const wrong = await api.post('/api/board-filters', { name: 'x', filter: { attributes } }, coordinator);
      expect(wrong.statusCode).toBe(status);
    }
  });

  it('each definition is drawn, and how many letters go by it is told', async () => {
    const { chair } = api.people;
    const drawing = await api.get('/api/definitions/survey@1/drawing?language=zh', chair);
    expect([drawing.statusCode, drawing.headers['content-type']]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
    ]);
    expect(drawing.body).toContain('筹备');
    expect((await api.get('/api/definitions/nothing@1/drawing?language=zh', chair)).statusCode).toBe(404);
    expect((await api.get('/api/definitions/survey@1/drawing', chair)).statusCode).toBe(400);
    expect((await api.get('/api/definitions/letters', chair)).json()).toMatchObject({ items: [] });
  });
});
