import { S3Blobs } from '@entente/files';

import { describeIf } from '../support/describe-if.js';
import { found, needs } from '../support/needs.js';
import { keepsBlobs } from './blobs.contract.js';

describeIf(needs.s3, 'a bucket', () => {
  keepsBlobs(() => S3Blobs.open(found(needs.s3)));

  it('that cannot be used stops the start with a sentence that keeps its keys to itself', async () => {
    const url = new URL(found(needs.s3));
    const wrong = [
      [{ pathname: '/no-such-bucket-here' }, 'there is no such bucket'],
      [{ password: 'wrong' }, 'these keys may not use the bucket'],
    ] as const;
    for (const [change, why] of wrong) {
      const changed = Object.assign(new URL(url), change);
      const said = `S3_URL (${url.protocol}//${url.host}${changed.pathname}): ${why}.`;
      await expect(S3Blobs.open(changed.href)).rejects.toThrow(said);
    }
  });
});

describe('a bucket', () => {
  it('where nothing answers stops the start', async () => {
    await expect(S3Blobs.open('http://key:secret@127.0.0.1:9/bucket')).rejects.toThrow(
      'S3_URL (http://127.0.0.1:9/bucket): no server answers there.',
    );
  });
});
