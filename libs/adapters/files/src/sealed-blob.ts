import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/**
 * A header, then chunks of 64 kB, each AES-256-GCM under a key of this file alone that the header holds, sealed. A
 * chunk's nonce is its number, and whether it is the last is bound to it: none can be left out, moved or cut off.
 */
export const HEADER_BYTES = 512;
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
const NONCE_BYTES = 12;
const KEY_BYTES = 32;
const HEADER_TEXT_BYTES = HEADER_BYTES - NONCE_BYTES - TAG_BYTES;

export interface BlobHeader {
  readonly size: number;
  readonly mediaType: string;
  readonly key: Buffer;
}

export function sealHeader(
  wrapping: Uint8Array,
  { size, mediaType, key }: BlobHeader,
  about: string,
): Buffer {
  const text = JSON.stringify({ size, mediaType, key: key.toString('base64') }).padEnd(HEADER_TEXT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce);
  cipher.setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when it was changed, or belongs to another file. */
export function readHeader(wrapping: Uint8Array, sealed: Uint8Array, about: string): BlobHeader {
  if (sealed.length < HEADER_BYTES) throw new Error('a stored file is cut short');
  const decipher = createDecipheriv('aes-256-gcm', wrapping, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(HEADER_BYTES - TAG_BYTES, HEADER_BYTES));
  const plain = [decipher.update(sealed.subarray(NONCE_BYTES, HEADER_BYTES - TAG_BYTES)), decipher.final()];
  const { size, mediaType, key } = JSON.parse(Buffer.concat(plain).toString('utf8')) as {
    readonly size: number;
    readonly mediaType: string;
    readonly key: string;
  };
  return { size, mediaType, key: Buffer.from(key, 'base64') };
}

/** Writes chunks behind the place of the header, which comes last. */
export class ChunkWriter {
  readonly key = randomBytes(KEY_BYTES);
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #index = 0;

  constructor(private readonly file: FileHandle) {}

  async write(bytes: Uint8Array): Promise<void> {
    this.#waiting.push(Buffer.from(bytes));
    this.#waitingBytes += bytes.length;
    // A full chunk waits until more comes: it may be the last.
    while (this.#waitingBytes > CHUNK_BYTES) await this.#seal(false);
  }

  async end(): Promise<void> {
    await this.#seal(true);
  }

  async #seal(isLast: boolean): Promise<void> {
    const all = Buffer.concat(this.#waiting);
    const chunk = all.subarray(0, CHUNK_BYTES);
    this.#waiting = [all.subarray(chunk.length)];
    this.#waitingBytes = all.length - chunk.length;
    const cipher = createCipheriv('aes-256-gcm', this.key, nonceOf(this.#index));
    cipher.setAAD(Buffer.from(isLast ? 'last' : 'more'));
    const sealed = Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    await this.file.write(sealed, 0, sealed.length, HEADER_BYTES + this.#index * SEALED_CHUNK_BYTES);
    this.#index += 1;
  }
}

/** Chunk `index` of a file of that size. Throws when it was changed. */
export function openChunk(
  { key, size }: Omit<BlobHeader, 'mediaType'>,
  index: number,
  sealed: Uint8Array,
): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index));
  decipher.setAAD(Buffer.from(index === lastChunk(size) ? 'last' : 'more'));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
}

/** The plain bytes of a stream of sealed chunks, which begins behind the header. */
export async function* openedChunks(
  header: Omit<BlobHeader, 'mediaType'>,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let waiting = Buffer.alloc(0);
  let index = 0;
  for await (const bytes of sealed) {
    waiting = Buffer.concat([waiting, bytes]);
    while (waiting.length >= SEALED_CHUNK_BYTES && index < lastChunk(header.size)) {
      yield openChunk(header, index, waiting.subarray(0, SEALED_CHUNK_BYTES));
      waiting = waiting.subarray(SEALED_CHUNK_BYTES);
      index += 1;
    }
  }
  if (index < lastChunk(header.size)) throw new Error('a stored file is cut short');
  yield openChunk(header, index, waiting);
}

/** `length` plain bytes from `start` on, of a file that lies open. */
export async function readPlain(
  file: FileHandle,
  header: Omit<BlobHeader, 'mediaType'>,
  start: number,
  length: number,
): Promise<Buffer> {
  const end = Math.min(start + length, header.size);
  const parts: Buffer[] = [];
  for (let index = Math.floor(start / CHUNK_BYTES); index * CHUNK_BYTES < end; index += 1) {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(SEALED_CHUNK_BYTES),
      0,
      SEALED_CHUNK_BYTES,
      HEADER_BYTES + index * SEALED_CHUNK_BYTES,
    );
    const chunk = openChunk(header, index, buffer.subarray(0, bytesRead));
    const from = index * CHUNK_BYTES;
    parts.push(chunk.subarray(Math.max(0, start - from), end - from));
  }
  return Buffer.concat(parts);
}

const lastChunk = (size: number): number => Math.max(0, Math.ceil(size / CHUNK_BYTES) - 1);

function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(index, NONCE_BYTES - 4);
  return nonce;
}
