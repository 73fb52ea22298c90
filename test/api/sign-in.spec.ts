import { ApiInMemory } from './support/api-in-memory.js';

describe('signing in', () => {
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open();
  });
  afterAll(() => api.close());

  it('opens a session that scripts and other sites cannot reach', async () => {
    const answer = await api.post('/api/session', { space: 'main', personId: api.people.coordinator });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['set-cookie']).toMatch(
      /^entente_session=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/u,
    );
    expect(answer.json()).toMatchObject({
      viewer: { space: 'main', personId: api.people.coordinator, positions: [{ roles: ['coordinator'] }] },
      spaces: ['demo', 'main'],
      demoSignIn: true,
      mail: 'outbox',
    });
  });
});
