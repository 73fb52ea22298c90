import type { DataKeys, Files } from '@entente/application';
import type { Configuration } from '@entente/platform';
import path from 'node:path';

import { DiskBlobs } from './disk-blobs.js';
import { SealedFiles } from './sealed-files.js';

/** Files under DATA_DIR. */
export function openFiles({ dataDir, fileMaxBytes }: Configuration, keys: DataKeys): Files {
  const folder = path.join(dataDir, 'files');
  const settings = { draftFolder: path.join(folder, 'drafts'), maxBytes: fileMaxBytes };
  return new SealedFiles(new DiskBlobs(folder), keys, settings);
}
