import { FileRefused } from '@entente/application';
import { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';

import { DOCX, ODT, type Bytes } from './formats.js';

const MAX_ENTRIES = 2_000;
/** Of all entries together: a letter with pictures holds less, and a bomb more. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
const MAX_TYPE_BYTES = 256 * 1024;
const WORD_PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** What a packed document is, all of it unpacked on the way: what it says of its sizes may be a lie. */
export async function packedType(bytes: Bytes): Promise<string | undefined> {
  const zip = await opened(bytes);
  let unpacked = 0;
  let type: string | undefined;
  let runs = false;
  try {
    for await (const entry of entriesOf(zip)) {
      const kept: Buffer[] = [];
      for await (const part of await contentOf(zip, entry)) {
        unpacked += part.length;
        if (unpacked > MAX_UNPACKED_BYTES) throw tooLarge();
        if (isTypeEntry(entry) && unpacked < MAX_UNPACKED_BYTES && sizeOf(kept) < MAX_TYPE_BYTES)
          kept.push(part);
      }
      type ??= typeTold(entry.fileName, Buffer.concat(kept).toString('utf8'));
      // A program in it runs on whoever opens it.
      runs ||= /vbaProject\.bin$/iu.test(entry.fileName) || entry.fileName.startsWith('Basic/');
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('file-malformed');
  } finally {
    zip.close();
  }
  return runs ? undefined : type;
}

const isTypeEntry = ({ fileName }: Entry): boolean =>
  fileName === 'mimetype' || fileName === '[Content_Types].xml';
const sizeOf = (parts: readonly Buffer[]): number => parts.reduce((sum, part) => sum + part.length, 0);
const tooLarge = (): FileRefused => new FileRefused('file-unpacks-too-large', { limit: MAX_UNPACKED_BYTES });

function typeTold(name: string, text: string): string | undefined {
  if (name === 'mimetype' && text.trim() === ODT) return ODT;
  return name === '[Content_Types].xml' && text.includes(WORD_PART) ? DOCX : undefined;
}

class BytesReader extends RandomAccessReader {
  constructor(private readonly bytes: Bytes) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { bytes } = this;
    return Readable.from(
      (async function* () {
        const step = 64 * 1024;
        for (let from = start; from < end; from += step)
          yield await bytes.read(from, Math.min(step, end - from));
      })(),
    );
  }
}

function opened(bytes: Bytes): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false };
    fromRandomAccessReader(new BytesReader(bytes), bytes.size, options, (error, zip) => {
      if (error) reject(new FileRefused('file-malformed'));
      else resolve(zip);
    });
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  if (zip.entryCount > MAX_ENTRIES) throw tooLarge();
  for (let read = 0; read < zip.entryCount; read += 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.removeAllListeners('entry').removeAllListeners('error');
      zip.once('entry', resolve).once('error', reject);
      zip.readEntry();
    });
  }
}

function contentOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  if (entry.uncompressedSize > MAX_UNPACKED_BYTES) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream as AsyncIterable<Buffer>);
    });
  });
}
