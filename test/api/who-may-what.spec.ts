import { readFileSync } from 'node:fs';
import path from 'node:path';

import { viewers } from '../access/people.js';
import { populate } from '../access/populate.js';
import type { Row } from '../access/row.js';
import { FILED } from '../access/letters.js';
import { OPEN, rows } from '../access/rows.js';
import { page } from '../access/table.js';
import { AGREEMENT } from '../support/agreement-builders.js';
import { ApiOnPostgres } from './support/api-on-postgres.js';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('the table of who may what', () => {
  test('is what the rules say: npm run access-table', () => {
    expect(read('libs/domain/access/ACCESS.md')).toBe(page());
  });

  test('has a row for every route of the API', () => {
    const { paths } = JSON.parse(read('apps/web/openapi.json')) as { paths: Record<string, object> };
    const routes = Object.entries(paths).flatMap(([route, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${route}`),
    );
    expect(routes.length).toBeGreaterThan(70);
    const known = new Set([...OPEN, ...rows.map(({ route }) => route)]);
    expect(routes.filter((route) => !known.has(route))).toEqual([]);
    expect([...known].filter((route) => !routes.includes(route))).toEqual([]);
  });
});

describe('the API', () => {
  let api: ApiOnPostgres;
  let filed = '';
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    api = await ApiOnPostgres.open();
    api.seen = await populate({ app: api.started.app, store: api.entente.store });
    for (const [title, { personId }] of viewers) tokens.set(title, await api.signIn(personId));
    filed = await fileCopy(api, tokens.get('coordinator') ?? '');
  });
  afterAll(() => api.close());

  test('answers everybody as the table says', async () => {
    const differing: string[] = [];
    for (const row of rows) {
      const asked = [...viewers].map(async ([title, viewer]) => {
        const expected = row.rule(viewer);
        const answered = await ask(row, tokens.get(title) ?? '');
        if (answered !== expected)
          differing.push(`${row.route} ${row.when ?? ''} as ${title}: ${answered}, not ${expected}`);
      });
      await Promise.all(asked);
    }
    expect(differing).toEqual([]);
  });

  /** What the answer amounts to, in the words of the table. */
  async function ask(row: Row, token: string): Promise<string> {
    const answer = await send(row, token);
    const { status } = answer;
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    const content = isJson ? ((await answer.json()) as { code?: string }) : {};
    if (status === (row.allowed ?? (row.body ? 412 : 200))) {
      return row.shows && !row.shows(content) ? 'left out' : 'yes';
    }
    if (status === 403 && content.code === 'not-allowed') return 'no';
    if (status === 404 && ['not-found', 'unknown-agreement'].includes(content.code ?? '')) return 'hidden';
    return `${status} ${JSON.stringify(content)}`;
  }

  function send(row: Row, token: string): Promise<Response> {
    const [method = ''] = row.route.split(' ');
    const isFile = row.route === 'POST /api/files';
    return fetch(`${api.url}${row.path.replace(FILED, filed)}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(row.body ? { 'content-type': 'application/json' } : {}),
        ...(isFile ? { 'content-type': 'application/octet-stream' } : {}),
        // Judged after permission and before the rules: nothing is changed by asking.
        ...(method === 'POST' ? { 'if-match': '"9999"' } : { 'entente-seen': api.seen ?? '' }),
      },
      ...(row.body ? { body: JSON.stringify(row.body) } : isFile ? { body: '' } : {}),
    });
  }
});

async function fileCopy(api: ApiOnPostgres, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
  const stored = await fetch(`${api.url}/api/files`, { method: 'POST', headers, body: '%PDF-1.7\nsigned' });
  const { sha256 } = (await stored.json()) as { sha256: string };
  await api.post(`/api/agreements/${AGREEMENT}/file-signed-copy`, token, { sha256, matchesText: true });
  return sha256;
}
