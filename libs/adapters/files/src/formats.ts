export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const ODT = 'application/vnd.oasis.opendocument.text';

/** Documents and pictures, by what is in them: a name tells nothing. */
export const ALLOWED_TYPES: readonly string[] = [
  'application/pdf',
  DOCX,
  ODT,
  'image/png',
  'image/jpeg',
  'image/tiff',
  'image/heic',
];

/** The bytes of a file, wherever they lie. */
export interface Bytes {
  readonly size: number;
  read(start: number, length: number): Promise<Buffer>;
}
