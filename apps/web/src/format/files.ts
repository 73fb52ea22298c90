import type { Language } from '../api/types.js';

/** `application/pdf` → PDF, `image/jpeg` → JPEG. */
export const fileType = (mediaType: string): string => (mediaType.split('/')[1] ?? mediaType).toUpperCase();

export function fileSize(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const digits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(
    value,
  );
}
