import { DiskBlobs, SealedFiles } from '@entente/files';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { MemoryKeys } from './memory-keys.js';

/** Real files in a folder of their own, under keys that end with the test. */
export function filesForTest(maxBytes = 1_000_000): { readonly files: SealedFiles; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-files-'));
  const draftFolder = path.join(folder, 'drafts');
  return {
    files: new SealedFiles(new DiskBlobs(folder), new MemoryKeys(), { draftFolder, maxBytes }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
