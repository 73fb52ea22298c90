import { FileRefused, type Files } from '@entente/application';
import { DiskBlobs, SealedFiles } from '@entente/files';
import { strToU8 } from 'fflate';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { MemoryKeys } from '../support/memory-keys.js';
import { inPieces, packed, PDF, PNG, PROGRAM } from '../support/some-files.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MAX = 800_000;
const folder = mkdtempSync(path.join(tmpdir(), 'entente-files-'));
const draftFolder = path.join(folder, 'drafts');
const keys = new MemoryKeys();
const files: Files = new SealedFiles(new DiskBlobs(folder), keys, { draftFolder, maxBytes: MAX });

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pdfOf = (bytes: number): Buffer => Buffer.concat([PDF, randomBytes(bytes - PDF.length)]);
const onDisk = (hash: string): string => path.join(folder, hash.slice(0, 2), hash);

async function read(hash: string): Promise<Buffer | undefined> {
  const content = await files.get(hash);
  if (!content) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

async function refusal(content: AsyncIterable<Uint8Array>): Promise<string> {
  const answer = await files.put(content).catch((error: unknown) => error);
  return answer instanceof FileRefused ? answer.code : JSON.stringify(answer);
}

describe('a file', () => {
  it.each([PDF.length, 65_535, 65_536, 65_537, 131_072, 300_000])(
    'of %i bytes comes back as it was',
    async (size) => {
      const bytes = pdfOf(size);
      const stored = await files.put(inPieces(bytes, 7_001));
      expect(stored).toEqual({ sha256: sha256(bytes), size, mediaType: 'application/pdf' });
      expect(await files.find(stored.sha256)).toEqual(stored);
      expect((await read(stored.sha256))?.equals(bytes)).toBe(true);
    },
  );

  it('lies there once, and never as it is', async () => {
    const bytes = Buffer.concat([PDF, Buffer.from('a secret of both sides'.repeat(9_000))]);
    const [one, other] = await Promise.all([files.put(inPieces(bytes)), files.put(inPieces(bytes))]);
    expect(one).toEqual(other);
    expect(readFileSync(onDisk(one.sha256)).includes('a secret')).toBe(false);
    expect((await read(one.sha256))?.equals(bytes)).toBe(true);
    expect(readdirSync(draftFolder)).toEqual([]);
  });

  it('that nobody stored is not there', async () => {
    for (const name of ['f'.repeat(64), '../../etc/passwd', '']) {
      expect(await files.find(name)).toBeUndefined();
      expect(await files.get(name)).toBeUndefined();
    }
  });

  it('that was changed on disk is not read', async () => {
    const { sha256: hash } = await files.put(inPieces(pdfOf(200_000)));
    const sealed = readFileSync(onDisk(hash));
    const changes = {
      header: sealed.with(100, sealed[100]! ^ 1),
      chunk: sealed.with(70_000, sealed[70_000]! ^ 1),
      cut: sealed.subarray(0, sealed.length - 70_000),
      end: sealed.subarray(0, sealed.length - 1),
    };
    for (const changed of Object.values(changes)) {
      writeFileSync(onDisk(hash), changed);
      await expect(read(hash)).rejects.toThrow();
    }
  });

  it('whose key is destroyed is gone, and is not taken again', async () => {
    const bytes = pdfOf(5_000);
    const { sha256: hash } = await files.put(inPieces(bytes));
    await keys.destroy(`file-${hash}`);
    expect(await read(hash)).toBeUndefined();
    expect(await refusal(inPieces(bytes))).toBe('file-erased');
  });

  it('whose sender breaks off leaves nothing behind', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* inPieces(PDF);
      throw new Error('the line is dead');
    }
    await expect(files.put(broken())).rejects.toThrow('the line is dead');
    expect(readdirSync(draftFolder)).toEqual([]);
  });
});

describe('what a file is', () => {
  it.each([
    ['application/pdf', PDF],
    ['image/png', PNG],
    [DOCX, packed()],
  ])('is found from what is in it: %s', async (mediaType, bytes) => {
    expect(await files.put(inPieces(bytes))).toMatchObject({ mediaType });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'file-empty'],
    ['one byte too many', pdfOf(MAX + 1), 'file-too-large'],
    ['a program under another name', PROGRAM, 'file-type-not-allowed'],
    ['a page with a script', Buffer.from('<html><script>alert(1)</script></html>'), 'file-type-not-allowed'],
    [
      'a picture that can run scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'file-type-not-allowed',
    ],
    ['words', Buffer.from('just words'), 'file-type-not-allowed'],
    [
      'a document with a program in it',
      packed({ 'word/vbaProject.bin': strToU8('x') }),
      'file-type-not-allowed',
    ],
    ['a document that is cut off', packed().subarray(0, -30), 'file-malformed'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await refusal(inPieces(bytes, 50_000))).toBe(code);
  });

  /** A document with an entry of 300,000 bytes that says it has so many. */
  function saying(size: number): Buffer {
    const document = packed({ 'word/big.xml': [new Uint8Array(300_000), { level: 9 }] });
    for (let at = 0; at + 4 <= document.length; at += 1)
      if (document.readUInt32LE(at) === 300_000) document.writeUInt32LE(size, at);
    return document;
  }

  it('refuses what unpacks to more than any document', async () => {
    expect(await refusal(inPieces(saying(200 * 1024 * 1024)))).toBe('file-unpacks-too-large');
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`e${index}`, strToU8('')]));
    expect(await refusal(inPieces(packed(many), 50_000))).toBe('file-unpacks-too-large');
  });

  it('refuses what unpacks to more than it says', async () => {
    expect(await refusal(inPieces(saying(10)))).toBe('file-malformed');
    expect(await files.put(inPieces(saying(300_000)))).toMatchObject({ mediaType: DOCX });
  });
});
