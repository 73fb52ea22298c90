import { dataFolder, run, startServer } from '../support/program.js';
import { describeIf } from '../support/describe-if.js';
import { found, needs } from '../support/needs.js';
import { startRedis } from '../support/redis.js';

/** A server that outlives the test keeps the demo of the last run: only the same installation may go on with it. */
const KEY = { INSTALLATION_KEY: '5e'.repeat(32), SEALING_KEY: 'a7'.repeat(32) };

interface Checked {
  readonly steps: readonly unknown[];
}

async function walks(env: Readonly<Record<string, string>>): Promise<void> {
  const folder = dataFolder();
  try {
    const played = await run(['demo'], { ...KEY, ...env, DATA_DIR: folder.path });
    expect(played).toMatchObject({ code: 0, stdout: '' });
    const { program, url } = await startServer({ ...KEY, ...env, DATA_DIR: folder.path });
    try {
      const checked = await run(['demo', '--check', '--json', '--url', url], {});
      expect(checked).toMatchObject({ code: 0, stderr: '' });
      expect((JSON.parse(checked.stdout) as Checked).steps).toHaveLength(12);
    } finally {
      expect(await program.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    }
  } finally {
    folder.remove();
  }
}

describeIf(needs.redis, 'with its queues in Redis', () => {
  test('a letter goes from proposed to concluded', async () => {
    const redis = await startRedis();
    try {
      await walks({ REDIS_URL: redis.url });
    } finally {
      await redis.stop();
    }
  });
});

describeIf(needs.kurrentdb, 'with its log in KurrentDB', () => {
  test('a letter goes from proposed to concluded', async () => {
    await walks({ EVENT_STORE_URL: found(needs.kurrentdb) });
  });
});
