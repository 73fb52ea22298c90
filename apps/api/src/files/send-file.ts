import type { FileReference } from '@entente/agreement';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tiff',
  'image/heic': 'heic',
};

/** As something to be saved, never to be run or shown inside our pages, whatever somebody has put into it. */
export async function sendFile(
  reply: FastifyReply,
  { size, mediaType }: Pick<FileReference, 'size' | 'mediaType'>,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
): Promise<void> {
  await reply
    .headers({
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${ENDINGS[mediaType] ?? 'bin'}`)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .type(mediaType)
    .send(Readable.from(content, { objectMode: false }));
}
