import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn } from './support/problem.js';

const json = { 'content-type': 'application/json' };

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

  it('with the cookie alone one is known', async () => {
    const token = await api.tokenOf(api.people.chair);
    const session = await api.get('/api/session', undefined, { cookie: `entente_session=${token}` });
    expect(session.json()).toMatchObject({ viewer: { personId: api.people.chair } });
  });

  it('nobody is signed in at first, which is no error', async () => {
    const answer = await api.get('/api/session');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ viewer: null });
  });

  it('a person of another space is unknown', async () => {
    const answer = await api.post('/api/session', { space: 'demo', personId: api.people.coordinator });
    expect(answer.statusCode).toBe(401);
    expect(problemIn(answer).code).toBe('not-signed-in');
  });

  it('a session of one space opens nothing of another', async () => {
    const { token } = (
      await api.post('/api/session', { space: 'main', personId: api.people.coordinator })
    ).json<{ token: string }>();
    const [content = '', signature = ''] = token.split('.');
    const session = JSON.parse(Buffer.from(content, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...session, space: 'demo' })).toString('base64url');
    const answer = await api.get('/api/agreements', undefined, {
      authorization: `Bearer ${forged}.${signature}`,
    });
    expect(answer.statusCode).toBe(401);
  });

  it('ends when the browser is told to forget', async () => {
    const answer = await api.inject({ method: 'DELETE', url: '/api/session' });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['set-cookie']).toMatch(/^entente_session=; .*Max-Age=0$/u);
  });

  it('tells who may', async () => {
    const answer = await api.get('/api/session/people?space=main');
    expect(answer.json<{ personId: string }[]>().map(({ personId }) => personId)).toContain(
      api.people.auditor,
    );
  });

  it('over HTTPS the cookie never travels without it', async () => {
    const safe = await ApiInMemory.open({ publicUrl: 'https://entente.example.org' });
    const answer = await safe.post('/api/session', { space: 'main', personId: safe.people.coordinator });
    expect(answer.headers['set-cookie']).toMatch(/; Secure$/u);
    expect(answer.headers['strict-transport-security']).toBeDefined();
    await safe.close();
  });
});

describe('a request of another site', () => {
  let api: ApiInMemory;
  let cookie: string;
  beforeAll(async () => {
    api = await ApiInMemory.open();
    cookie = `entente_session=${await api.tokenOf(api.people.coordinator)}`;
  });
  afterAll(() => api.close());
  const body = JSON.stringify({ kind: 'letter-of-intent', title: { en: 'Forged' } });

  it.each([
    ['its origin', { origin: 'https://evil.example' }],
    ['the browser', { 'sec-fetch-site': 'cross-site' }],
    ['an origin without a name', { origin: 'null' }],
  ])('is refused when %s says so', async (_, told) => {
    const headers = { ...json, cookie, host: 'entente.test', ...told };
    const answer = await api.inject({ method: 'POST', url: '/api/agreements', headers, payload: body });
    expect(answer.statusCode).toBe(403);
    expect(problemIn(answer).code).toBe('cross-origin');
  });

  it('is refused when it is a form, whatever it says', async () => {
    const headers = { 'content-type': 'text/plain', cookie, host: 'entente.test' };
    const answer = await api.inject({ method: 'POST', url: '/api/agreements', headers, payload: body });
    expect(answer.statusCode).toBe(415);
  });

  it('is refused when it has no body and no type', async () => {
    const answer = await api.inject({ method: 'POST', url: '/api/agreements', headers: { cookie } });
    expect(answer.statusCode).toBe(415);
  });

  it('is another thing than one of our own page', async () => {
    const headers = { ...json, cookie, host: 'entente.test', origin: 'http://entente.test' };
    const answer = await api.inject({ method: 'POST', url: '/api/agreements', headers, payload: body });
    expect(answer.statusCode).toBe(201);
  });
});

describe('the first coordinator', () => {
  const first = {
    person: { name: { zh: '林悦' }, language: 'zh' },
    organisation: { name: { zh: '调研宣传部' } },
    position: { title: { zh: '统筹专员' } },
  };
  const url = '/api/spaces/main/first-coordinator';
  let api: ApiInMemory;
  beforeEach(async () => {
    api = await ApiInMemory.openEmpty();
  });
  afterEach(() => api.close());

  it('brings an empty space to life, and is signed in', async () => {
    const answer = await api.post(url, first);
    expect(answer.statusCode).toBe(201);
    const { token } = answer.json<{ token: string }>();
    const proposed = await api.post(
      '/api/agreements',
      { kind: 'letter-of-intent', title: { zh: '合作意向书' } },
      undefined,
      { authorization: `Bearer ${token}` },
    );
    expect(proposed.statusCode).toBe(201);
  });

  it('is the only one', async () => {
    await api.post(url, first);
    for (const second of [first, { ...first, person: { name: { en: 'Eve' }, language: 'en' } }]) {
      const answer = await api.post(url, second);
      expect(answer.statusCode).toBe(409);
      expect(problemIn(answer).code).toBe('already-set-up');
    }
  });

  it('is one of many who try at once', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `Person ${index}`);
    const answers = await Promise.all(
      names.map((en) => api.post(url, { ...first, person: { name: { en }, language: 'en' } })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
  });

  it('finishes what was begun with the same organisation only', async () => {
    await api.failFrom('PositionFilled', () => api.post(url, first));
    const other = await api.post(url, { ...first, organisation: { name: { en: 'Another' } } });
    expect(problemIn(other)).toMatchObject({ code: 'setup-begun', facts: { name: { zh: '调研宣传部' } } });
    expect((await api.post(url, first)).statusCode).toBe(201);
  });
});
