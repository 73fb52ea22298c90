import { canonicalText } from '@entente/canonical';
import fc from 'fast-check';
import { connect } from 'node:net';

import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn } from './support/problem.js';

interface Operation {
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: BodySchema } };
  };
}
interface BodySchema {
  readonly $ref?: string;
  readonly properties?: object;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties?: object }>> };
}

const NASTY = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202eevil\u202c',
  '👩‍👩‍👧‍👦',
  'e\u0301',
  '\ufeff',
  '"; DROP TABLE log.events; --',
  '<script>alert(1)</script>',
  '${7*7}',
  '../../../../etc/passwd',
  'x'.repeat(10_000),
  '合'.repeat(70_000),
  '2026-02-30',
  '0000-00-00',
  '+010000-01-01',
  '00000000-0000-4000-8000-000000000000',
  'constructor',
  'zh',
];

/** Any JSON a client could write, and some that none should. */
const anyJson = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, false, 2 ** 53, -0, 1e300),
  fc.array(fc.constantFrom(...NASTY, null, 7), { maxLength: 5 }),
  fc.dictionary(
    fc.constantFrom('zh', 'en', 'fr', '__proto__', '0', 'partyId'),
    fc.constantFrom(...NASTY, null, 7),
  ),
);

describe('whatever is sent', () => {
  let api: ApiInMemory;
  let headers: Record<string, string>;
  let id: string;
  let operations: { readonly url: string; readonly fields: readonly string[] }[];
  let questions: string[];
  beforeAll(async () => {
    api = await ApiInMemory.open();
    headers = { authorization: `Bearer ${await api.tokenOf(api.people.coordinator)}` };
    const letter = { kind: 'letter-of-intent', title: { en: 'Fuzzed' } };
    id = (await api.post('/api/agreements', letter, undefined, headers)).json<{ agreementId: string }>()
      .agreementId;
    const { paths, components } = (await api.get('/api/openapi.json')).json<Document>();
    const filled = (path: string) =>
      path
        .replace('{agreement}', id)
        .replace('{organisation}', api.people.base)
        .replace('{definition}', 'x@1');
    operations = Object.entries(paths).flatMap(([path, { post }]) => {
      // A file is no JSON, and has a test of its own.
      if (!post || path === '/api/files') return [];
      const schema = post.requestBody?.content['application/json']?.schema;
      const named = components.schemas[schema?.$ref?.split('/').at(-1) ?? ''] ?? schema;
      return [{ url: filled(path), fields: Object.keys(named?.properties ?? {}) }];
    });
    questions = Object.entries(paths).flatMap(([path, { get }]) => (get ? [filled(path)] : []));
  });
  afterAll(() => api.close());

  it('as fields of a command is taken or refused with a problem, and breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(anyJson, { minLength: 8, maxLength: 8 }), async (which, values) => {
        const { url, fields } = operations[which % operations.length]!;
        const names = [...fields, 'stray'].slice(0, (which % 9) + 1);
        const body = JSON.stringify(
          Object.fromEntries(names.map((name, index) => [name, values[index % 8]])),
        );
        const answer = await api.post(url, body, undefined, headers);
        expect(answer.statusCode).toBeLessThan(500);
        if (answer.statusCode >= 400) problemIn(answer);
      }),
      { numRuns: 400 },
    );
  });

  it('as bytes of a body is taken or refused with a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.uint8Array({ maxLength: 200 }), async (which, bytes) => {
        const { url } = operations[which % operations.length]!;
        const answer = await api.post(url, Buffer.from(bytes), undefined, headers);
        expect(answer.statusCode).toBe(400);
        problemIn(answer);
      }),
      { numRuns: 200 },
    );
  });

  it('as a question is answered or refused with a problem', async () => {
    const name = fc.constantFrom(
      'limit',
      'cursor',
      'search',
      'stage',
      'at',
      'revision',
      'partyId',
      'mine',
      'x',
    );
    const value = fc.oneof(fc.constantFrom(...NASTY.filter((text) => text.length < 1_000)), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(fc.tuple(name, value), { maxLength: 4 }), async (which, pairs) => {
        const query = pairs
          .map(([key, text]) => `${key}=${encodeURIComponent(text.toWellFormed())}`)
          .join('&');
        const answer = await api.get(`${questions[which % questions.length]!}?${query}`, undefined, headers);
        expect(answer.statusCode).toBeLessThan(500);
        if (answer.statusCode >= 400) problemIn(answer);
      }),
      { numRuns: 300 },
    );
  });

  it('as headers is taken or refused with a problem', async () => {
    const name = fc.constantFrom(
      'if-match',
      'idempotency-key',
      'entente-seen',
      'accept-language',
      'cookie',
      'authorization',
      'content-type',
      'last-event-id',
      'origin',
    );
    await fc.assert(
      fc.asyncProperty(name, fc.string({ maxLength: 300 }), async (key, text) => {
        const value = text.replaceAll(/[^\x20-\x7e]/gu, '?').trim();
        const answer = await api.post(`/api/agreements/${id}/conclude-agreement`, {}, undefined, {
          ...headers,
          [key]: value,
        });
        expect(answer.statusCode).toBeLessThan(500);
        if (answer.statusCode >= 400) problemIn(answer);
      }),
      { numRuns: 200 },
    );
  });

  it('and taken reads back as the same text', async () => {
    const text = fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (zh, en) => {
        const title = { zh, en };
        const body = JSON.stringify({ kind: 'letter-of-intent', title });
        const proposed = await api.post('/api/agreements', body, undefined, headers);
        if (proposed.statusCode !== 201) {
          problemIn(proposed);
          return;
        }
        const { agreementId } = proposed.json<{ agreementId: string }>();
        const read = await api.get(`/api/agreements/${agreementId}`, undefined, headers);
        const { agreement } = read.json<{ agreement: { title: object } }>();
        expect(canonicalText(agreement.title)).toBe(canonicalText(title));
      }),
      { numRuns: 100 },
    );
  });

  it('on a bare connection leaves the server standing', async () => {
    await api.app.listen(0, '127.0.0.1');
    const { port, hostname } = new URL(await api.app.getUrl());
    const say = (bytes: string | Buffer): Promise<string> =>
      new Promise((resolve) => {
        let heard = '';
        const socket = connect(Number(port), hostname, () => {
          socket.end(bytes);
        });
        socket.setEncoding('latin1').on('data', (text: string) => (heard += text));
        socket
          .on('error', () => undefined)
          .on('close', () => {
            resolve(heard);
          });
      });
    const requests = [
      'GARBAGE\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'GET /%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n',
      `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"space"',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
      Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00]),
    ];
    for (const request of requests) expect(await say(request)).not.toMatch(/^HTTP\/1\.1 5/u);
    expect(await say('GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 200/u,
    );
  });
});
