import type { DataKeys, Files } from '@entente/application';
import type { Configuration } from '@entente/platform';
import path from 'node:path';

import { DiskBlobs } from './disk-blobs.js';
import { S3Blobs } from './s3-blobs.js';
import { SealedFiles } from './sealed-files.js';

/** Files in the bucket of S3_URL, or under DATA_DIR. Throws StartRefused when the bucket cannot be used. */
export async function openFiles(configuration: Configuration, keys: DataKeys): Promise<Files> {
  const { dataDir, fileMaxBytes, s3Url } = configuration;
  const folder = path.join(dataDir, 'files');
  const settings = { draftFolder: path.join(folder, 'drafts'), maxBytes: fileMaxBytes };
  const blobs = s3Url === undefined ? new DiskBlobs(folder) : await S3Blobs.open(s3Url);
  return new SealedFiles(blobs, keys, settings);
}
