import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn } from './support/problem.js';

/** Everything that answers without a session, and why it must. */
const OPEN = new Set([
  'GET /api/session',
  'DELETE /api/session',
  // Left out in production.
  'GET /api/session/people',
  'POST /api/session',
  'POST /api/spaces/main/first-coordinator',
  // What they may is written in the link, and signed.
  'GET /api/answers/:token',
  'POST /api/answers/:token/acknowledge',
  'POST /api/answers/:token/snooze',
  'POST /api/answers/:token/not-mine',
  'GET /health/live',
  'GET /health/ready',
  'GET /api/openapi.json',
  // The web page, which holds nothing but itself.
  'GET /',
  'GET /*',
]);

/** The page that shows the description of the API, and its files. */
const DOCS = /^GET \/api\/docs(\/|$)/u;

describe('a route', () => {
  let api: ApiInMemory;
  let routes: string[];
  beforeAll(async () => {
    api = await ApiInMemory.open();
    routes = api.routes;
  });
  afterAll(() => api.close());

  it('is one of those the API describes, or of its page', () => {
    expect(routes).toEqual(
      expect.arrayContaining(['GET /api/agreements', 'GET /api/live', 'POST /api/people']),
    );
    expect(routes.filter((route) => route.includes('/api/agreements/:agreement/')).length).toBeGreaterThan(
      16,
    );
  });

  it('that is open without a session is open on purpose', async () => {
    const open: string[] = [];
    for (const route of routes) {
      const [method = '', pattern = ''] = route.split(' ');
      const url = pattern.replaceAll(/:\w+/gu, '00000000-0000-4000-8000-000000000000').replace('*', 'x');
      const answer = await api.inject({
        method: method,
        url,
        ...(method === 'POST' ? { headers: { 'content-type': typeFor(pattern) }, payload: '{}' } : {}),
      });
      if (answer.statusCode !== 401) open.push(route);
      else expect(problemIn(answer).code).toBe('not-signed-in');
    }
    expect(open.filter((route) => !OPEN.has(route) && !DOCS.test(route))).toEqual([]);
  });
});

describe('in production', () => {
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open({ production: true });
  });
  afterAll(() => api.close());

  it.each([
    ['GET', '/api/session/people?space=demo'],
    ['POST', '/api/session'],
    ['POST', '/api/spaces/main/first-coordinator'],
  ] as const)('there is no %s %s', async (method, url) => {
    const answer = await api.inject({
      method,
      url,
      headers: { 'content-type': 'application/json' },
      ...(method === 'POST' ? { payload: '{}' } : {}),
    });
    expect(answer.statusCode).toBe(404);
  });

  it('nobody is offered to sign in without a password', async () => {
    expect((await api.get('/api/session')).json()).toMatchObject({ viewer: null, demoSignIn: false });
  });
});

function typeFor(pattern: string): string {
  return pattern === '/api/files' ? 'application/octet-stream' : 'application/json';
}
