import { createReadStream } from 'node:fs';
import { access, link, mkdir, open } from 'node:fs/promises';
import path from 'node:path';

import type { Blobs } from './blobs.js';

/** In folders of 256 each, so that none grows beyond what people and tools look into. */
export class DiskBlobs implements Blobs {
  constructor(private readonly folder: string) {}

  async has(name: string): Promise<boolean> {
    return access(this.#pathOf(name)).then(
      () => true,
      () => false,
    );
  }

  async take(name: string, from: string): Promise<void> {
    const to = this.#pathOf(name);
    await mkdir(path.dirname(to), { recursive: true });
    try {
      // Whoever reads it meanwhile reads one file to its end: what is there is never replaced.
      await link(from, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    await syncFolder(path.dirname(to));
  }

  async read(name: string, start: number): Promise<AsyncIterable<Uint8Array> | undefined> {
    if (!(await this.has(name))) return undefined;
    return createReadStream(this.#pathOf(name), { start }) as AsyncIterable<Uint8Array>;
  }

  #pathOf(name: string): string {
    return path.join(this.folder, name.slice(0, 2), name);
  }
}

/** A name that is not on disk is gone after a power cut, whatever is under it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}
