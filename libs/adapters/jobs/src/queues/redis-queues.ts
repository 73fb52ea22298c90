import { StartRefused, urlWithoutSecrets, type Log } from '@entente/platform';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

import { closeQueues, jobQueue, jobWorker, processorOf, workerOptions } from './bullmq-queues.js';
import type { Queues } from './queues.js';

const PREFIX = 'entente';
const MARK = `${PREFIX}:mark`;
const CONNECT_TIMEOUT_MS = 5_000;
const MAX_PAUSE_MS = 1_000;
/** Also what a connection that is gone already still costs at the end. */
const DISCONNECT_TIMEOUT_MS = 500;

/** BullMQ's queues on Redis. Throws StartRefused when no Redis answers at the URL. */
export async function openRedisQueues(
  url: string,
  log: Log,
  skewMs: () => number,
  lockMs: number,
): Promise<Queues> {
  await refuseWithoutRedis(url, log);
  let isClosing = false;
  const reconnecting = {
    disconnectTimeout: DISCONNECT_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    // BullMQ's copies of a connection have these options too, and would else look for a server for ever.
    retryStrategy: (times: number) => (isClosing ? null : Math.min(100 * times, MAX_PAUSE_MS)),
  };
  // A command to a server that is away fails at once: what could not be queued is found by the reconciler.
  const producer = new Redis(url, { ...reconnecting, maxRetriesPerRequest: 1 });
  // A worker waits for its server as long as it takes.
  const consumer = new Redis(url, { ...reconnecting, maxRetriesPerRequest: null });
  const onError = (error: Error): void => {
    log.warn({ err: error }, 'the queue in Redis met an error');
  };
  for (const connection of [producer, consumer]) connection.on('error', onError);
  const queues: { close(): Promise<void> }[] = [];
  return {
    kind: 'redis',
    queue(name) {
      const queue = new Queue(name, { connection: producer, prefix: PREFIX });
      queue.on('error', onError);
      queues.push(queue);
      const present = async (ids: readonly string[]): Promise<readonly string[]> => {
        const asked = producer.pipeline();
        for (const id of ids) asked.exists(queue.toKey(id));
        const answers = (await asked.exec()) ?? [];
        return ids.filter((_, index) => {
          const [error, count] = answers[index] ?? [new Error('an answer is missing')];
          if (error) throw error;
          return count === 1;
        });
      };
      return jobQueue(name, queue, { present, skewMs });
    },
    work(name, concurrency, process) {
      const worker = new Worker(name, processorOf(process), {
        connection: consumer,
        prefix: PREFIX,
        concurrency,
        ...workerOptions(lockMs),
      });
      worker.on('error', onError);
      return jobWorker(worker, () => consumer.status === 'ready', log);
    },
    isIntact: async () => (await producer.exists(MARK)) === 1,
    restore: async () => (await producer.set(MARK, '1', 'NX')) === null,
    async close() {
      isClosing = true;
      await closeQueues(queues);
      for (const connection of [producer, consumer]) hangUp(connection);
    },
  };
}

async function refuseWithoutRedis(url: string, log: Log): Promise<void> {
  const probe = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let lastError: Error | undefined;
  probe.on('error', (error: Error) => {
    lastError = error;
  });
  try {
    await probe.connect();
    const policy = /^maxmemory_policy:(\S+)/mu.exec(await probe.info('memory'))?.[1];
    if (policy !== undefined && policy !== 'noeviction') {
      log.error(
        { policy },
        `REDIS MAY THROW JOBS AWAY: its maxmemory-policy is ${policy}; set it to noeviction (CONFIG SET maxmemory-policy noeviction)`,
      );
    }
  } catch (error) {
    const cause = lastError ?? (error as Error);
    throw new StartRefused(`REDIS_URL (${urlWithoutSecrets(url)}): ${sentence(cause)}`, { cause });
  } finally {
    hangUp(probe);
  }
}

/** Hanging up on one that is gone already would keep the process for its timeout. */
function hangUp(connection: Redis): void {
  if (connection.status !== 'end') connection.disconnect();
}

function sentence(error: Error): string {
  const { code = '' } = error as { code?: string };
  if (code === 'ECONNREFUSED' || code === 'ENOENT')
    return 'nothing answers there; start Redis or correct host and port.';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host name is not known; correct it.';
  if (/NOAUTH|WRONGPASS|invalid password/iu.test(error.message))
    return 'user name or password is missing or wrong.';
  return 'no Redis answered as expected; correct the URL, or leave it away to keep the queues in PostgreSQL.';
}
