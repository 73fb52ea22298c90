import { EventStoreUnavailable } from '@entente/event-sourcing';
import type { Log } from '@entente/platform';

import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn } from './support/problem.js';

const letter = { kind: 'letter-of-intent', title: { en: 'A letter' } };

class RememberingLog implements Log {
  readonly lines: { readonly fields: object; readonly message: string }[] = [];
  debug(): void {
    return;
  }
  info(): void {
    return;
  }
  warn(fields: object, message: string): void {
    this.lines.push({ fields, message });
  }
  error(fields: object, message: string): void {
    this.lines.push({ fields, message });
  }
}

describe('when something is broken', () => {
  const log = new RememberingLog();
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open({}, log);
  });
  afterAll(() => api.close());

  it('a log that is away is unavailable for a moment', async () => {
    await api.failFrom('AgreementProposed', async () => {
      const answer = await api.post('/api/agreements', letter, api.people.coordinator);
      expect(answer.statusCode).toBe(503);
      expect(answer.headers['retry-after']).toBe('1');
      expect(problemIn(answer).code).toBe('store-unavailable');
    });
    expect((await api.post('/api/agreements', letter, api.people.coordinator)).statusCode).toBe(201);
  });

  it.each([
    ['a lost connection', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), 503],
    ['a bug', new TypeError('cannot read the secret of undefined'), 500],
    ['something that is no error', 'thrown text', 500],
  ])('%s is answered without telling of itself', async (_, thrown, status) => {
    const token = await api.tokenOf(api.people.coordinator);
    const { store } = api.engine.facts;
    const read = store.read.bind(store);
    store.read = () => {
      // What is thrown here is the point.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw thrown;
    };
    const id = '00000000-0000-4000-8000-000000000000';
    const answer = await api.get(`/api/agreements/${id}`, undefined, { authorization: `Bearer ${token}` });
    store.read = read;
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toMatch(/secret|thrown|at .*\.ts|ECONN/u);
    expect(problemIn(answer).detail).not.toBe('');
    expect(log.lines.at(-1)).toMatchObject({
      fields: { err: thrown, route: 'GET /api/agreements/:agreement' },
    });
  });

  it('a stream with an event that this version does not know takes no command and is shown to nobody', async () => {
    const { people } = api;
    const proposed = await api.post('/api/agreements', letter, people.coordinator);
    const { agreementId } = proposed.json<{ agreementId: string }>();
    const { store } = api.engine.facts;
    const stream = `main.agreement-${agreementId}`;
    const history = await Array.fromAsync(store.read(stream));
    const { event } = history.at(-1)!;
    const revision = event.revision + 1;
    const newer = { ...event, id: '00000000-0000-4000-8000-00000000000a', revision, schemaVersion: 9 };
    await store.append(stream, event.revision, [newer]);
    const url = `/api/agreements/${agreementId}`;
    const withdrawn = await api.post(`${url}/withdraw-agreement`, { reason: 'x' }, people.coordinator);
    for (const answer of [withdrawn, await api.get(url, people.coordinator)]) {
      expect([answer.statusCode, problemIn(answer).code]).toEqual([500, 'stream-unreadable']);
    }
    expect(await Array.fromAsync(store.read(stream))).toHaveLength(history.length + 1);
  });

  it('readiness says so to whoever balances the load', async () => {
    expect((await api.get('/health/live')).json()).toEqual({ status: 'ok' });
    expect((await api.get('/health/ready')).statusCode).toBe(200);
    api.engine.health.register({
      name: 'database',
      required: true,
      check: () => Promise.reject(new EventStoreUnavailable('postgres://secret@host is away')),
    });
    const answer = await api.get('/health/ready');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({
      status: 'unavailable',
      checks: [{ name: 'database', status: 'failing' }],
    });
  });
});

describe('too many requests', () => {
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open();
  });
  afterAll(() => api.close());

  it('to sign in are refused from elsewhere, with the time to wait', async () => {
    const signIn = (remoteAddress: string) =>
      api.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress,
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ space: 'main', personId: api.people.coordinator }),
      });
    for (let attempt = 0; attempt < 20; attempt += 1)
      expect((await signIn('203.0.113.9')).statusCode).toBe(201);
    const refused = await signIn('203.0.113.9');
    expect(refused.statusCode).toBe(429);
    expect(problemIn(refused).code).toBe('too-many-requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn('203.0.113.10')).statusCode).toBe(201);
    expect((await signIn('127.0.0.1')).statusCode).toBe(201);
  });

  it('of one person do not hinder another', async () => {
    const ask = async (personId: string) => {
      const headers = { authorization: `Bearer ${await api.tokenOf(personId)}` };
      return () =>
        api.inject({ method: 'GET', url: '/api/agreements', remoteAddress: '203.0.113.11', headers });
    };
    const [busy, other] = [await ask(api.people.coordinator), await ask(api.people.auditor)];
    const answers = await Promise.all(Array.from({ length: 310 }, busy));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 429]));
    expect((await other()).statusCode).toBe(200);
  });
});
