import { PostgresEventStore } from '@entente/event-store';
import { ConsumerPump, ConsumerRuntime, Database, silentLog } from '@entente/platform';

import { CountingView } from '../support/log-of-words.js';

/** A worker that keeps the counting view at the end of the log until it is killed. */
const database = new Database({ url: process.argv[2] ?? '' });
const store = new PostgresEventStore(database.pool);
const runtime = new ConsumerRuntime({ database, store, views: [new CountingView()] });
await new ConsumerPump({ runtime, store, log: silentLog }).start();
process.stdout.write('ready\n');
