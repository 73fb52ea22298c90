import { openQueues } from '@entente/jobs';
import { connectDatabase } from '@entente/platform';

/** Takes jobs of a queue and never ends one, until it is killed. Arguments: the queue and how many at a time. */
const [name = '', concurrency = ''] = process.argv.slice(2);
const { DATABASE_URL = '', REDIS_URL } = process.env;
const database = await connectDatabase({ url: DATABASE_URL });
const queues = await openQueues({ database, ...(REDIS_URL === undefined ? {} : { redisUrl: REDIS_URL }) });
queues.work(name, Number(concurrency), () => {
  process.stdout.write('taken\n');
  return new Promise<never>(() => undefined);
});
