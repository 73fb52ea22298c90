import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';

import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn } from './support/problem.js';

const PAGE =
  '<!doctype html><title>Entente</title><script type="module" src="/assets/index-B1a2.js"></script>';
const SCRIPT = `export const words = ${JSON.stringify(Array.from({ length: 500 }, (_, index) => `word ${index}`))};`;
/** Not what would be made of the script, so that the two can be told apart. */
const READY = brotliCompressSync('compressed by the build');

describe('the web page', () => {
  let folder: string;
  let api: ApiInMemory;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'entente-web-'));
    const root = path.join(folder, 'web');
    mkdirSync(path.join(root, 'assets'), { recursive: true });
    writeFileSync(path.join(folder, 'secret.txt'), 'not for everybody');
    writeFileSync(path.join(root, 'index.html'), PAGE);
    writeFileSync(path.join(root, 'favicon.svg'), '<svg/>');
    writeFileSync(path.join(root, 'assets/index-B1a2.js'), SCRIPT);
    writeFileSync(path.join(root, 'assets/made-E5f6.js'), SCRIPT);
    writeFileSync(path.join(root, 'assets/made-E5f6.js.br'), READY);
    api = await ApiInMemory.open({ webRoot: root });
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['/', '/agreements', '/agreements/BAST-2026-0001/history', '/sign-in?next=%2F', '/x/../y'])(
    'is there under its address %s',
    async (url) => {
      const answer = await api.get(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toBe(PAGE);
      expect(answer.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
    },
  );

  it('allows scripts of its own only, and no frame around it', async () => {
    const { headers } = await api.get('/');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it('keeps for a year what carries its hash in its name', async () => {
    const answer = await api.get('/assets/index-B1a2.js');
    expect(answer.body).toBe(SCRIPT);
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
  ] as const)('is compressed for who accepts %s', async (accepted, encoding, decompress) => {
    const answer = await api.get('/assets/index-B1a2.js', undefined, { 'accept-encoding': accepted });
    expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
    expect(decompress(answer.rawPayload).toString()).toBe(SCRIPT);
    expect(answer.rawPayload.length).toBeLessThan(SCRIPT.length / 2);
  });

  it('goes out as the build compressed it', async () => {
    const accepts = { 'accept-encoding': 'br' };
    const answer = await api.get('/assets/made-E5f6.js', undefined, accepts);
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.rawPayload).toEqual(READY);
    expect((await api.get('/assets/made-E5f6.js')).body).toBe(SCRIPT);
    expect((await api.get('/assets/made-E5f6.js.br')).statusCode).toBe(404);
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await api.get('/');
    const answer = await api.get('/', undefined, { 'if-none-match': String(headers['etag']) });
    expect(answer.statusCode).toBe(304);
    expect(answer.body).toBe('');
  });

  it.each([
    '/assets/gone-C3d4.js',
    '/assets/',
    '/robots.txt',
    '/assets/index-B1a2.js/x',
    '/.env',
    '/index.php',
  ])('has no file %s', async (url) => {
    const answer = await api.get(url);
    expect(answer.statusCode).toBe(404);
    problemIn(answer);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd',
    '/assets/%00',
    '/%c0%ae%c0%ae/secret.txt',
    '/file:///etc/passwd',
  ])('leads nowhere else by %s', async (url) => {
    const answer = await api.get(url);
    expect(answer.body).not.toContain('not for everybody');
    expect(answer.body).not.toContain('root:');
    expect([200, 400, 404]).toContain(answer.statusCode);
    if (answer.statusCode === 200) expect(answer.body).toBe(PAGE);
  });

  it('does not answer for the API', async () => {
    for (const url of ['/api', '/api/', '/api/nothing', '/health', '/health/x']) {
      expect((await api.get(url)).statusCode).toBe(404);
    }
  });

  it('says how to build it when it has not been built', async () => {
    const without = await ApiInMemory.open({ webRoot: path.join(folder, 'nothing') });
    const answer = await without.get('/');
    expect(answer.statusCode).toBe(404);
    expect(problemIn(answer)).toMatchObject({
      code: 'no-web-page',
      detail: expect.stringContaining('npm run build'),
    });
    await without.close();
  });
});

describe('the description of the API', () => {
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open();
  });
  afterAll(() => api.close());

  it('can be read by programs and by people', async () => {
    expect((await api.get('/api/openapi.json')).json()).toMatchObject({
      openapi: expect.stringMatching(/^3/u),
    });
    const page = await api.get('/api/docs');
    expect([200, 302]).toContain(page.statusCode);
    const html = (await api.get('/api/docs/')).body;
    expect(html).toContain('swagger-ui');
    // What the page's own rules would not let run.
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>\s*\S/u);
  });
});
