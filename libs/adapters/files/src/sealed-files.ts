import type { FileReference } from '@entente/agreement';
import { type DataKeys, FileRefused, Files, KeyDestroyed } from '@entente/application';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

import type { Blobs } from './blobs.js';
import { mediaTypeOf } from './media-type.js';
import {
  ChunkWriter,
  HEADER_BYTES,
  openedChunks,
  readHeader,
  readPlain,
  sealHeader,
  type BlobHeader,
} from './sealed-blob.js';

export interface FileSettings {
  /** Where files lie, sealed already, until they are known. */
  readonly draftFolder: string;
  readonly maxBytes: number;
}

const keyOf = (sha256: string): string => `file-${sha256}`;
const isName = (sha256: string): boolean => /^[0-9a-f]{64}$/u.test(sha256);

/** Seals what comes in and opens what goes out; the bytes lie sealed wherever they are. */
export class SealedFiles extends Files {
  constructor(
    private readonly blobs: Blobs,
    private readonly keys: DataKeys,
    private readonly settings: FileSettings,
  ) {
    super();
  }

  override async put(content: AsyncIterable<Uint8Array>): Promise<FileReference> {
    await mkdir(this.settings.draftFolder, { recursive: true });
    const draft = path.join(this.settings.draftFolder, randomUUID());
    try {
      const reference = await this.#write(draft, content);
      if (!(await this.blobs.has(reference.sha256))) await this.blobs.take(reference.sha256, draft);
      return reference;
    } finally {
      await rm(draft, { force: true });
    }
  }

  override async find(sha256: string): Promise<FileReference | undefined> {
    const header = await this.#headerOf(sha256);
    return header && { sha256, size: header.size, mediaType: header.mediaType };
  }

  override async get(sha256: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    const header = await this.#headerOf(sha256);
    const sealed = header && (await this.blobs.read(sha256, HEADER_BYTES));
    return sealed && openedChunks(header, sealed);
  }

  async #write(draft: string, content: AsyncIterable<Uint8Array>): Promise<FileReference> {
    await using file = await open(draft, 'wx+', 0o600);
    const writer = new ChunkWriter(file);
    const { sha256, size } = await this.#copy(writer, content);
    if (size === 0) throw new FileRefused('file-empty');
    await writer.end();
    const mediaType = await typeOf(file, { key: writer.key, size });
    const header = sealHeader(await this.#wrapping(sha256), { size, mediaType, key: writer.key }, sha256);
    await file.write(header, 0, header.length, 0);
    await file.sync();
    return { sha256, size, mediaType };
  }

  async #copy(
    writer: ChunkWriter,
    content: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly sha256: string; readonly size: number }> {
    const { maxBytes } = this.settings;
    const hash = createHash('sha256');
    let size = 0;
    for await (const bytes of content) {
      size += bytes.length;
      if (size > maxBytes) throw new FileRefused('file-too-large', { limit: maxBytes });
      hash.update(bytes);
      await writer.write(bytes);
    }
    return { sha256: hash.digest('hex'), size };
  }

  async #wrapping(sha256: string): Promise<Uint8Array> {
    try {
      return await this.keys.keyFor(keyOf(sha256));
    } catch (error) {
      throw error instanceof KeyDestroyed ? new FileRefused('file-erased') : error;
    }
  }

  async #headerOf(sha256: string): Promise<BlobHeader | undefined> {
    if (!isName(sha256)) return undefined;
    const wrapping = (await this.keys.keysOf([keyOf(sha256)])).get(keyOf(sha256));
    const sealed = wrapping && (await this.blobs.read(sha256, 0));
    return sealed && readHeader(wrapping, await firstBytes(sealed, HEADER_BYTES), sha256);
  }
}

function typeOf(file: FileHandle, header: Omit<BlobHeader, 'mediaType'>): Promise<string> {
  return mediaTypeOf({
    size: header.size,
    read: (start, length) => readPlain(file, header, start, length),
  });
}

async function firstBytes(bytes: AsyncIterable<Uint8Array>, length: number): Promise<Buffer> {
  let read = Buffer.alloc(0);
  for await (const part of bytes) {
    read = Buffer.concat([read, part]);
    if (read.length >= length) break;
  }
  return read.subarray(0, length);
}
