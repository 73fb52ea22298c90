import { DiskBlobs } from '@entente/files';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { keepsBlobs } from './blobs.contract.js';

describe('a folder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-files-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  keepsBlobs(() => Promise.resolve(new DiskBlobs(folder)));
});
