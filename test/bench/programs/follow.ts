import { PostgresEventStore } from '@entente/event-store';
import { ConsumerPump, ConsumerRuntime, Database, silentLog } from '@entente/platform';
import { viewConsumers } from '@entente/views';

/** A worker that keeps the views, or the one that is named, at the end of the log until it is killed. Says when it has begun. */
const [url = '', only] = process.argv.slice(2);
const database = new Database({ url });
const store = new PostgresEventStore(database.pool);
const views = viewConsumers().filter(({ name }) => only === undefined || name === only);
const runtime = new ConsumerRuntime({ database, store, views });
await runtime.register();
await new ConsumerPump({ runtime, store, log: silentLog }).start();
for (const name of runtime.names) await runtime.catchUp(name);
console.log('following');
