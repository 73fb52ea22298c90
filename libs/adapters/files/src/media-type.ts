import { FileRefused } from '@entente/application';
import { fileTypeFromBuffer } from 'file-type';

import { ALLOWED_TYPES, DOCX, ODT, type Bytes } from './formats.js';
import { packedType } from './packed-type.js';

const HEAD_BYTES = 4_100;
const PACKED = [DOCX, ODT, 'application/zip'];

/** Throws FileRefused when it is none of those allowed, or one that cannot be opened. */
export async function mediaTypeOf(bytes: Bytes): Promise<string> {
  const found = (await fileTypeFromBuffer(await bytes.read(0, HEAD_BYTES)))?.mime;
  const type = found !== undefined && PACKED.includes(found) ? await packedType(bytes) : found;
  if (type !== undefined && ALLOWED_TYPES.includes(type)) return type;
  throw new FileRefused('file-type-not-allowed', {
    allowed: ALLOWED_TYPES,
    ...(found === undefined ? {} : { found }),
  });
}
