import type { FileReference, FileRefusalCode } from '@entente/agreement';

/** Why a file is not taken. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(
    readonly code: FileRefusalCode,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** Files by the SHA-256 of their bytes, hex. Each is sealed under a key of its own, `file-{sha256}` of DataKeys. */
export abstract class Files {
  /** Takes it as it comes, never whole in memory; the same bytes are kept once. Throws FileRefused. */
  abstract put(content: AsyncIterable<Uint8Array>): Promise<FileReference>;
  /** Undefined: there is none, or it was erased. */
  abstract find(sha256: string): Promise<FileReference | undefined>;
  /** Its bytes; undefined as above. Reading throws when what is stored was changed. */
  abstract get(sha256: string): Promise<AsyncIterable<Uint8Array> | undefined>;
}
