import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn, wrongIn } from './support/problem.js';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('what nobody should send', () => {
  let api: ApiInMemory;
  let token: string;
  beforeAll(async () => {
    api = await ApiInMemory.open();
    token = await api.tokenOf(api.people.coordinator);
  });
  afterAll(() => api.close());

  const propose = (body: unknown, headers: Record<string, string> = {}) =>
    api.post('/api/agreements', body, undefined, { authorization: `Bearer ${token}`, ...headers });
  const ask = (url: string, headers: Record<string, string> = {}) =>
    api.get(url, undefined, { authorization: `Bearer ${token}`, ...headers });
  const letter = { kind: 'letter-of-intent', title: { en: 'A letter' } };

  describe('in a body', () => {
    it.each([
      ['an unknown field', { ...letter, colour: 'red' }, ['colour unknown-field']],
      [
        'an unknown field deeper down',
        { ...letter, title: { en: 'A', fr: 'B' } },
        ['title.fr unknown-field'],
      ],
      ['the type, which the path tells', { ...letter, type: 'NumberAgreement' }, ['type unknown-field']],
      ['a missing field', { title: letter.title }, ['kind required']],
      ['null for an optional field', { ...letter, parties: null }, ['parties wrong-type']],
      ['a number for a text', { ...letter, kind: 7 }, ['kind wrong-type']],
      ['a text for an object', { ...letter, title: 'A letter' }, ['title wrong-type']],
      ['a list for an object', { ...letter, title: [] }, ['title wrong-type']],
      ['an object for a list', { ...letter, parties: {} }, ['parties wrong-type']],
      ['texts for objects in a list', { ...letter, parties: ['base'] }, ['parties wrong-type']],
      ['an empty text', { ...letter, title: { en: ' ' } }, ['title.en empty']],
      ['a title in no language', { ...letter, title: {} }, ['title empty']],
      ['a title that is too long', { ...letter, title: { zh: '长'.repeat(301) } }, ['title.zh too-long']],
      [
        'no UUID',
        { ...letter, parties: [{ partyId: 'base', role: 'base' }] },
        ['parties.0.partyId not-an-id'],
      ],
      [
        'several things',
        { kind: 'A', extra: 1 },
        ['extra unknown-field', 'kind malformed', 'title required'],
      ],
    ])('%s is named with its field', async (_, body, wrong) => {
      const answer = await propose(body);
      expect(answer.statusCode).toBe(400);
      expect(problemIn(answer).code).toBe('invalid-body');
      expect(wrongIn(answer).sort()).toEqual(wrong.sort());
    });

    it.each([
      ['two fields of one name', '{"kind":"a","kind":"b"}', 'kind duplicate-key'],
      ['JSON 10,000 deep', `{"kind":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, undefined],
      ['an integer beyond 2^53', '{"kind":9007199254740993}', 'kind unsafe-number'],
      ['a fraction', '{"kind":[1.5]}', 'kind.0 unsafe-number'],
      ['NUL', '{"kind":"a\\u0000"}', 'kind ill-formed-text'],
      ['a lone surrogate', '{"title":{"zh":"\\ud83d"}}', 'title.zh ill-formed-text'],
      ['__proto__', '{"__proto__":{"admin":true}}', '__proto__ forbidden-key'],
      ['constructor', '{"constructor":{}}', 'constructor forbidden-key'],
      ['nothing', '', ' empty-body'],
      ['no object', '[]', ' not-an-object'],
      ['null', 'null', ' not-an-object'],
      ['half of it', '{"kind":', 'kind malformed-json'],
      ['a byte order mark', '\ufeff{}', ' malformed-json'],
    ])('%s is refused with its place', async (_, body, wrong) => {
      const answer = await propose(body);
      expect(answer.statusCode).toBe(400);
      expect(problemIn(answer).code).toBe('invalid-body');
      if (wrong !== undefined) expect(wrongIn(answer)).toEqual([wrong]);
      else expect(wrongIn(answer)[0]).toMatch(/ too-deep$/u);
    });

    it('invalid UTF-8 is refused', async () => {
      const body = Buffer.from([...Buffer.from('{"kind":"'), 0xc3, 0x28, ...Buffer.from('"}')]);
      expect(wrongIn(await propose(body))).toEqual([' invalid-utf-8']);
    });

    it('5 MB of text are too much', async () => {
      const answer = await propose({ ...letter, title: { en: 'x'.repeat(5_000_000) } });
      expect(answer.statusCode).toBe(413);
      expect(problemIn(answer).code).toBe('body-too-large');
    });

    it('a thousand wrong fields are not listed all', async () => {
      const body = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`f${index}`, 1]));
      expect(wrongIn(await propose(body))).toHaveLength(50);
    });

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonx',
      'x',
    ])('%s is not JSON', async (type) => {
      const answer = await propose('{}', { 'content-type': type });
      expect(answer.statusCode).toBe(415);
      expect(problemIn(answer).code).toBe('unsupported-media-type');
    });

    it('JSON with its charset is JSON', async () => {
      expect((await propose(letter, { 'content-type': 'application/json; charset=utf-8' })).statusCode).toBe(
        201,
      );
    });
  });

  describe('in a query', () => {
    it.each([
      ['/api/agreements?colour=red', ['colour unknown-field']],
      ['/api/agreements?constructor=1', ['constructor unknown-field']],
      ['/api/agreements?__proto__=1', ['__proto__ unknown-field']],
      ['/api/agreements?limit=0', ['limit out-of-range']],
      ['/api/agreements?limit=101', ['limit out-of-range']],
      ['/api/agreements?limit=ten', ['limit wrong-type']],
      ['/api/agreements?limit=1e1', ['limit wrong-type']],
      ['/api/agreements?limit=1&limit=2', ['limit wrong-type']],
      ['/api/agreements?stage=drafting&stage=Not%20one', ['stage malformed']],
      ['/api/agreements?mine=yes', ['mine wrong-type']],
      ['/api/agreements?partyId=base', ['partyId not-an-id']],
      ['/api/agreements?search=%00', ['search malformed']],
      [`/api/agreements?search=${'x'.repeat(101)}`, ['search too-long']],
      ['/api/people?search=a&search=b', ['search wrong-type']],
      [`/api/agreements/${UNKNOWN}/replay`, ['revision required']],
      [`/api/agreements/${UNKNOWN}/replay?revision=1&at=2026-03-01T00:00:00Z`, ['revision required']],
      [`/api/agreements/${UNKNOWN}/replay?revision=-1`, ['revision wrong-type']],
      [`/api/agreements/${UNKNOWN}/replay?revision=9007199254740993`, ['revision out-of-range']],
      [`/api/agreements/${UNKNOWN}/replay?at=yesterday`, ['at not-an-instant']],
      [`/api/agreements/${UNKNOWN}/replay?at=2026-02-30T00:00:00Z`, ['at not-an-instant']],
    ])('%s is refused', async (url, wrong) => {
      const answer = await ask(url);
      expect(answer.statusCode).toBe(400);
      expect(wrongIn(answer)).toEqual(wrong);
    });

    it('what may be asked reaches the query as it is meant', async () => {
      const asked = await ask(
        '/api/agreements?stage=drafting&stage=signing&late=true&mine=false&limit=7&search=%E5%90%88',
      );
      expect(asked.statusCode).toBe(200);
      expect(api.engine.asked.at(-1)).toMatchObject({
        filter: { stages: ['drafting', 'signing'], late: true, mine: false, limit: 7, search: '合' },
      });
      await ask('/api/agreements?stage=review');
      expect(api.engine.asked.at(-1)).toMatchObject({ filter: { stages: ['review'], limit: 25 } });
    });
  });

  describe('in a header', () => {
    it.each([
      ['if-match', 'W/"3"'],
      ['if-match', '3'],
      ['if-match', '"x"'],
      ['if-match', '"-1"'],
      ['if-match', '"1", "2"'],
      ['if-match', '"9007199254740993"'],
      ['idempotency-key', 'x'.repeat(201)],
      ['idempotency-key', 'schlüssel'],
      ['correlation-id', 'x'],
      ['entente-seen', '../../etc'],
    ])('%s: %s is refused', async (name, value) => {
      const answer =
        name === 'entente-seen'
          ? await ask('/api/agreements', { [name]: value })
          : await propose(letter, { [name]: value });
      expect(answer.statusCode).toBe(400);
      expect(problemIn(answer)).toMatchObject({ code: 'invalid-header', field: expect.any(String) });
    });
  });

  describe('in a path', () => {
    it.each([
      `/api/agreements/${UNKNOWN}`,
      `/api/agreements/${UNKNOWN.toUpperCase()}x`,
      `/api/agreements/${UNKNOWN}/history/x`,
      '/api/agreements/BAST-2026-0001',
      '/api/agreements/%00',
      '/api/agreements/%ED%A0%80',
      '/api/agreements/..%2f..%2fetc%2fpasswd',
      `/api/agreements/${'x'.repeat(65)}`,
      '/api/agreements/%E5%90%88%E4%BD%9C',
      '/api/definitions/letter-of-intent@9',
      '/api/definitions/__proto__',
      '/api/definitions/constructor',
      '/api/nothing',
      '/api',
      '/health/nothing',
    ])('%s is not found', async (url) => {
      const answer = await ask(url);
      expect([400, 404]).toContain(answer.statusCode);
      problemIn(answer);
    });

    it('an unknown command is not found', async () => {
      const answer = await api.post(
        `/api/agreements/${UNKNOWN}/delete-everything`,
        {},
        api.people.coordinator,
      );
      expect(answer.statusCode).toBe(404);
      expect(problemIn(answer).code).toBe('not-found');
    });

    it('a command that only systems send has no path', async () => {
      const body = { number: 'X-1', register: 'register-x@0' };
      const answer = await api.post(
        `/api/agreements/${UNKNOWN}/number-agreement`,
        body,
        api.people.coordinator,
      );
      expect(answer.statusCode).toBe(404);
    });
  });

  it('is told about in the language that was asked for', async () => {
    const chinese = problemIn(await propose({}, { 'accept-language': 'zh-CN,zh;q=0.9' }));
    expect(chinese).toMatchObject({
      title: '请求有误',
      errors: expect.arrayContaining([{ field: 'kind', code: 'required', detail: '此项必须填写。' }]),
    });
    const english = problemIn(await propose({}, { 'accept-language': 'en' }));
    expect(english.title).toBe('Not understood');
  });
});
