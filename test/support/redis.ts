import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Redis } from 'ioredis';

import { freePort } from './free-port.js';
import { found, needs } from './needs.js';

export interface TestRedis {
  readonly url: string;
  /** Forgets everything, like a server restarted without persistence. */
  flush(): Promise<void>;
  configure(name: string, value: string): Promise<void>;
  /** Bytes in use. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;

/**
 * A Redis of one's own: an emptied database of TEST_REDIS_URL, or a server started in a folder of its own; where an
 * earlier one of ours was, when its URL is given.
 */
export async function startRedis(earlierUrl?: string): Promise<TestRedis> {
  const place = found(needs.redis);
  if (/^rediss?:/u.test(place)) return on(place, () => Promise.resolve());
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-redis-'));
  const port = earlierUrl === undefined ? await freePort() : Number(new URL(earlierUrl).port);
  const server = spawn(
    place,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    { stdio: 'ignore' },
  );
  return on(`redis://127.0.0.1:${port}`, async () => {
    await ended(server);
    await rm(folder, { recursive: true, force: true });
  });
}

async function on(url: string, stop: () => Promise<void>): Promise<TestRedis> {
  const client = new Redis(url, { retryStrategy: () => 50 });
  client.on('error', () => undefined);
  const patience = sleep(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new Error('Redis did not start');
  });
  await Promise.race([client.ping(), patience]);
  await client.flushdb();
  return {
    url,
    flush: async () => {
      await client.flushdb();
    },
    configure: async (name, value) => {
      await client.config('SET', name, value);
    },
    memory: async () => Number(/^used_memory:(\d+)/mu.exec(await client.info('memory'))?.[1] ?? NaN),
    stop: async () => {
      client.disconnect();
      await stop();
    },
  };
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, 'exit');
  server.kill('SIGTERM');
  await exit;
}
