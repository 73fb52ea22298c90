import type { Blobs } from '@entente/files';
import { SealedFiles } from '@entente/files';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { MemoryKeys } from '../support/memory-keys.js';
import { inPieces, PDF } from '../support/some-files.js';

/** What every place for sealed bytes promises. */
export function keepsBlobs(open: () => Promise<Blobs>): void {
  let blobs: Blobs;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'entente-blobs-'));
    blobs = await open();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const newName = (): string => randomBytes(32).toString('hex');
  async function take(name: string, bytes: Uint8Array): Promise<void> {
    const draft = path.join(folder, newName());
    writeFileSync(draft, bytes);
    await blobs.take(name, draft);
  }
  async function read(name: string, start = 0): Promise<Buffer | undefined> {
    const content = await blobs.read(name, start);
    if (!content) return undefined;
    const parts: Uint8Array[] = [];
    for await (const part of content) parts.push(part);
    return Buffer.concat(parts);
  }

  it.each([1, 65_536, 3_000_000])('%i bytes come back, from any byte on', async (size) => {
    const name = newName();
    const bytes = randomBytes(size);
    await take(name, bytes);
    expect(await blobs.has(name)).toBe(true);
    expect((await read(name))?.equals(bytes)).toBe(true);
    expect((await read(name, size - 1))?.equals(bytes.subarray(size - 1))).toBe(true);
  });

  it('what nobody put there is not there', async () => {
    expect(await blobs.has(newName())).toBe(false);
    expect(await read(newName())).toBeUndefined();
  });

  it('what is there is never replaced, whoever comes at the same moment', async () => {
    const name = newName();
    const many = Array.from({ length: 4 }, (_, at) => Buffer.alloc(100_000, at));
    await Promise.all(many.map((bytes) => take(name, bytes)));
    const first = await read(name);
    expect(many.some((bytes) => first?.equals(bytes))).toBe(true);
    await take(name, Buffer.from('another'));
    expect((await read(name))?.equals(first ?? Buffer.alloc(0))).toBe(true);
  });

  it('reading may be broken off', async () => {
    const name = newName();
    await take(name, randomBytes(3_000_000));
    for await (const part of (await blobs.read(name, 0)) ?? []) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
    expect(await blobs.has(name)).toBe(true);
  });

  it('files lie there sealed and come back as they were', async () => {
    const settings = { draftFolder: path.join(folder, 'drafts'), maxBytes: 1_000_000 };
    const files = new SealedFiles(blobs, new MemoryKeys(), settings);
    const bytes = Buffer.concat([PDF, Buffer.from('a secret of both sides'.repeat(20_000)), randomBytes(9)]);
    const stored = await files.put(inPieces(bytes));
    expect(stored.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await files.find(stored.sha256)).toEqual(stored);
    expect((await read(stored.sha256))?.includes('a secret')).toBe(false);
    const parts: Uint8Array[] = [];
    for await (const part of (await files.get(stored.sha256)) ?? []) parts.push(part);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });
}
