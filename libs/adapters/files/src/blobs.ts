/** Where sealed bytes lie, by name. */
export interface Blobs {
  has(name: string): Promise<boolean>;
  /** Puts what was written at the path there, whole or not at all; the same name has the same content. */
  take(name: string, path: string): Promise<void>;
  /** From the byte `start` on; undefined: there is none. */
  read(name: string, start: number): Promise<AsyncIterable<Uint8Array> | undefined>;
}
