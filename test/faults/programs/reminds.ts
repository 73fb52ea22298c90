import {
  ReminderDirectory,
  ReminderMailer,
  type PositionHolder,
  type ReminderDelivery,
  type ReminderMail,
} from '@entente/application';
import { PostgresEventStore } from '@entente/event-store';
import { openQueues, ReminderJobs, type Queues } from '@entente/jobs';
import { MailingReminders, Outbox } from '@entente/notification';
import { connectDatabase, ConsumerRuntime, silentLog, SpaceClocks } from '@entente/platform';
import { createInterface } from 'node:readline';

import { TestFacts } from '../../jobs/support/world.js';
import { holderOf } from '../reminder-letters.js';

/** A worker that sends reminders, and does to itself what it reads: see `Order`. */
const orders = { dieAfterSending: false, blockAfterSendingMs: 0 };
let runs = 0;

const { DATABASE_URL = '', REDIS_URL, SMTP_URL = '', LOCK_MS, IDLE } = process.env;
const database = await connectDatabase({ url: DATABASE_URL });
const store = new PostgresEventStore(database.pool);
const clocks = await SpaceClocks.start(database, { log: silentLog, refreshMs: 200 });
const skewMs = (): number => clocks.skewMs();

class EverybodysDirectory extends ReminderDirectory {
  override holderOf = (_space: string, positionId: string): Promise<PositionHolder | undefined> =>
    Promise.resolve(holderOf(positionId));
  override deskHolderOf = (): Promise<undefined> => Promise.resolve(undefined);
  override deskOf = (): Promise<undefined> => Promise.resolve(undefined);
  override representativesOf = (): Promise<readonly string[]> => Promise.resolve([]);
  override personOf = (): Promise<undefined> => Promise.resolve(undefined);
}

class ObedientMailer extends ReminderMailer {
  readonly #mailer = new MailingReminders(new Outbox(database), {
    publicUrl: 'https://letters.example',
    from: 'no-reply@letters.example',
    smtpUrl: SMTP_URL,
    heldSpaces: [],
  });

  override async send(mail: ReminderMail): Promise<ReminderDelivery> {
    const delivery = await this.#mailer.send(mail);
    if (orders.dieAfterSending) process.kill(process.pid, 'SIGKILL');
    const until = performance.now() + orders.blockAfterSendingMs;
    if (orders.blockAfterSendingMs > 0) process.stdout.write('blocked\n');
    orders.blockAfterSendingMs = 0;
    while (performance.now() < until);
    return delivery;
  }
}

const opened = await openQueues({
  database,
  skewMs,
  ...(REDIS_URL === undefined ? {} : { redisUrl: REDIS_URL }),
  ...(LOCK_MS === undefined ? {} : { lockMs: Number(LOCK_MS) }),
});
const queues: Queues = {
  ...opened,
  work: (name, concurrency, process) =>
    opened.work(name, concurrency, (run: Parameters<typeof process>[0]) => {
      runs += 1;
      return process(run);
    }),
};
const jobs = new ReminderJobs({
  queues,
  database,
  facts: new TestFacts(store, clocks),
  directory: new EverybodysDirectory(),
  mailer: new ObedientMailer(),
  skewMs,
});
const runtime = new ConsumerRuntime({ database, store, views: [jobs.plan], reactors: [jobs.closeEnded] });
await runtime.register();
if (IDLE === undefined) jobs.start();
process.stdout.write('ready\n');

for await (const line of createInterface({ input: process.stdin })) {
  const [order = '', value = '0'] = line.split(' ');
  if (order === 'begin') jobs.start();
  if (order === 'die-after-sending') orders.dieAfterSending = true;
  if (order === 'block-after-sending') orders.blockAfterSendingMs = Number(value);
  if (order === 'skew') (globalThis as { clockSkewMs?: number }).clockSkewMs = Number(value);
  if (order === 'catch-up') for (const name of runtime.names) await runtime.catchUp(name);
  const { from } = jobs.figures;
  process.stdout.write(`${JSON.stringify({ runs, from, skewSeconds: Math.round(skewMs() / 1_000) })}\n`);
}
