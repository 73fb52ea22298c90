/** Gone for good; what was sealed under it stays sealed. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';

  constructor(readonly key: string) {
    super(`the key ${key} was destroyed`);
  }
}

/** Keys by id, each of 32 bytes, that can be destroyed one by one. They are records of their own, apart from the log. */
export abstract class DataKeys {
  /** The key under this id, made when there is none. Throws KeyDestroyed. */
  abstract keyFor(id: string): Promise<Uint8Array>;
  /** Those of them that there are. */
  abstract keysOf(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Also of a key that was never made: nobody can make it any more. Answers whether this call did it. */
  abstract destroy(id: string): Promise<boolean>;
}
