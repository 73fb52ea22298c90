import { derivedId } from '@entente/application';
import type { LightMyRequestResponse } from 'fastify';

import { packed, PDF, PROGRAM } from '../support/some-files.js';
import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn } from './support/problem.js';

let api: ApiInMemory;
let id: string;

beforeAll(async () => {
  api = await ApiInMemory.open();
  const { base, district, coordinator } = api.people;
  const letter = await api.post(
    '/api/agreements',
    {
      kind: 'letter-of-intent',
      title: { en: 'A letter' },
      parties: [
        { partyId: base, role: 'think-tank-base' },
        { partyId: district, role: 'district-association' },
      ],
    },
    coordinator,
  );
  id = letter.json<{ agreementId: string }>().agreementId;
});
afterAll(() => api.close());

const send = (bytes: Buffer, personId?: string): Promise<LightMyRequestResponse> =>
  api.post('/api/files', bytes, personId, { 'content-type': 'application/octet-stream' });
const command = (name: string, body: object, personId: string): Promise<LightMyRequestResponse> =>
  api.post(`/api/agreements/${id}/${name}`, body, personId);

describe('the text of a letter as a file', () => {
  interface Text {
    readonly textHash: string;
    readonly textFiles: readonly { readonly rendition: string; readonly file: { readonly sha256: string } }[];
    readonly revisions: readonly { readonly revision: number }[];
  }

  it('is what was sent, to be had by both sides; the difference names it, and no document is made of it', async () => {
    const { baseHead, chair, coordinator } = api.people;
    const proposed = await api.post(
      '/api/agreements',
      { kind: 'memorandum', title: { en: 'Filed' } },
      coordinator,
    );
    const { agreementId } = proposed.json<{ agreementId: string }>();
    const path = `/api/agreements/${agreementId}`;
    const parties = [
      [api.people.base, 'first-party'],
      [api.people.district, 'second-party'],
    ];
    for (const [partyId, role] of parties)
      await api.post(`${path}/invite-party`, { partyId, role }, coordinator);
    const { sha256 } = (await send(PDF, baseHead)).json<{ sha256: string }>();
    const before = (await api.get(`${path}/text`, baseHead)).json<Text>();
    const body = { rendition: 'zh', sha256, textHash: before.textHash };
    const stale = await api.post(
      `${path}/provide-text-file`,
      { ...body, textHash: 'a'.repeat(64) },
      baseHead,
    );
    expect([stale.statusCode, problemIn(stale).code]).toEqual([409, 'text-changed']);
    const never = await api.post(`${path}/provide-text-file`, { ...body, sha256: 'b'.repeat(64) }, baseHead);
    expect(problemIn(never).code).toBe('unknown-file');
    expect((await api.post(`${path}/provide-text-file`, body, baseHead)).statusCode).toBe(200);

    const after = (await api.get(`${path}/text`, chair)).json<Text>();
    expect(after.textFiles).toMatchObject([{ rendition: 'zh', file: { sha256 } }]);
    const [now, then] = after.revisions.map(({ revision }) => revision);
    const difference = await api.get(`${path}/text/diff?from=${then}&to=${now}`, chair);
    expect(difference.json()).toMatchObject({
      textFiles: [{ language: 'zh', change: 'added', after: { sha256 } }],
    });
    expect((await api.get(`/api/files/${sha256}?agreement=${agreementId}`, chair)).statusCode).toBe(200);
    const paper = await api.get(`${path}/document?language=both&format=pdf`, chair);
    expect([paper.statusCode, problemIn(paper).code]).toEqual([422, 'text-is-a-file']);
  });
});

async function sign(): Promise<void> {
  const { base, district, baseHeadPosition, chairPosition, coordinator, baseHead, chair } = api.people;
  const sides = [
    [base, baseHeadPosition, baseHead],
    [district, chairPosition, chair],
  ] as const;
  for (const [partyId, positionId] of sides)
    await command('name-signatory', { partyId, positionId }, coordinator);
  const { agreement } = (await api.get(`/api/agreements/${id}`, coordinator)).json<{
    agreement: { textHash: string };
  }>();
  const { textHash } = agreement;
  for (const [partyId, , head] of sides) await command('approve-text', { partyId, textHash }, head);
  await command('submit-for-signing', {}, coordinator);
  const signedOn = Temporal.Now.plainDateISO('Asia/Shanghai').toString();
  for (const [partyId] of sides)
    expect(
      (await command('record-signature', { partyId, means: 'ink', signedOn }, coordinator)).statusCode,
    ).toBe(200);
}

describe('a file over HTTP', () => {
  it('is stored by its bytes, filed as the signed copy and given back to whoever may see the letter', async () => {
    await sign();
    const { coordinator, chair, stranger, auditor } = api.people;
    const sent = await send(PDF, chair);
    expect(sent.statusCode).toBe(201);
    const { sha256, ...rest } = sent.json<{ sha256: string; size: number; mediaType: string }>();
    expect(rest).toEqual({ size: PDF.length, mediaType: 'application/pdf' });
    const url = `/api/files/${sha256}?agreement=${id}`;
    // No agreement names it yet.
    expect((await api.get(url, coordinator)).statusCode).toBe(404);
    const filed = await command('file-signed-copy', { sha256, matchesText: true }, chair);
    expect(filed.json<{ events: { type: string }[] }>().events.map(({ type }) => type)).toEqual([
      'SignedCopyFiled',
      'DeadlineMet',
    ]);
    for (const person of [coordinator, chair, auditor]) {
      const got = await api.get(url, person);
      expect(got.statusCode).toBe(200);
      expect(got.rawPayload.equals(PDF)).toBe(true);
      expect(got.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(PDF.length),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      });
      expect(got.headers['content-disposition']).toMatch(/^attachment; /u);
    }
    expect((await api.get(url, stranger)).statusCode).toBe(404);
    expect((await api.get(url)).statusCode).toBe(401);
    expect((await api.get(`/api/files/${sha256}`, coordinator)).statusCode).toBe(400);
    expect((await api.get(`/api/files/${'0'.repeat(64)}?agreement=${id}`, coordinator)).statusCode).toBe(404);
  });

  it('is refused by what is in it, in the words of whoever sends it', async () => {
    const { coordinator } = api.people;
    const bad = [
      [Buffer.alloc(0), 422, 'file-empty'],
      [PROGRAM, 422, 'file-type-not-allowed'],
      [packed().subarray(0, -30), 422, 'file-malformed'],
      [Buffer.concat([PDF, Buffer.alloc(1_000_000)]), 413, 'file-too-large'],
    ] as const;
    for (const [bytes, status, code] of bad) {
      const answer = await send(bytes, coordinator);
      expect([answer.statusCode, problemIn(answer).code]).toEqual([status, code]);
    }
  });

  it('is taken from nobody without a session or a position, and under no other type', async () => {
    const { auditor, coordinator } = api.people;
    expect((await send(PDF)).statusCode).toBe(401);
    expect((await send(PDF, auditor)).statusCode).toBe(403);
    for (const type of ['application/pdf', 'multipart/form-data', 'application/json'])
      expect((await api.post('/api/files', PDF, coordinator, { 'content-type': type })).statusCode).toBe(415);
    const octets = { 'content-type': 'application/octet-stream' };
    expect((await api.post('/api/agreements', PDF, coordinator, octets)).statusCode).toBe(415);
  });

  it('of no agreement and under no hash is not there', async () => {
    const unknown = derivedId(api.engine.facts.sha1, 'x', 'agreement');
    expect((await api.get(`/api/files/x?agreement=${unknown}`, api.people.coordinator)).statusCode).toBe(404);
    const filed = await command(
      'file-signed-copy',
      { sha256: 'f'.repeat(64), matchesText: true },
      api.people.chair,
    );
    expect(problemIn(filed).code).toBe('unknown-file');
  });
});
