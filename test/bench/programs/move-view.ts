import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import type { LogPosition, ReadAllOptions, RecordedEvent } from '@entente/event-sourcing';
import { PostgresEventStore } from '@entente/event-store';
import { ConsumerRuntime, Database, type Consumer } from '@entente/platform';
import { viewConsumers } from '@entente/views';

/**
 * One view taken along a log that is there already, in steps as events come. Tells the processor's time it took, here
 * and in the database's server, as one line of JSON. The first fifth warms up and is not counted.
 */
export interface Moved {
  readonly events: number;
  /** Milliseconds of the processor's time. */
  readonly own: number;
  readonly server: number;
}

/** A view that writes nothing: what moving along the log costs. */
class Nothing implements Consumer {
  readonly name = 'nothing';
  readonly version = 1;
  readonly categories = ['agreement'];
  readonly tables: readonly string[] = [];
  readonly schema = 'views';

  apply(_batch: readonly RecordedEvent[]): Promise<void> {
    return Promise.resolve();
  }

  beside(): Consumer {
    return this;
  }
}

/** The log as it was at some time, read already: as whoever follows it has it in memory. */
class Growing extends PostgresEventStore {
  readonly #events: RecordedEvent[] = [];
  #length = 0;

  async readAhead(): Promise<number> {
    for await (const event of new PostgresEventStore(database.pool).readAll(undefined))
      this.#events.push(event);
    return this.#events.length;
  }

  /** By so many events and what the last one's command appended besides; undefined at its end. */
  grow(by: number): LogPosition | undefined {
    if (this.#length === this.#events.length) return undefined;
    this.#length = Math.min(this.#length + by, this.#events.length);
    const command = this.#events[this.#length - 1]?.event.commandId;
    while (this.#events[this.#length]?.event.commandId === command && command !== undefined)
      this.#length += 1;
    return this.#events[this.#length - 1]?.position;
  }

  override head(): Promise<LogPosition | undefined> {
    return Promise.resolve(this.#events[this.#length - 1]?.position);
  }

  override async *readAll(
    after: LogPosition | undefined,
    { streamPrefixes = [] }: ReadAllOptions = {},
  ): AsyncIterable<RecordedEvent> {
    // Positions have no gaps and begin with 1.
    for (let index = Number(after ?? 0); index < this.#length; index += 1) {
      const recorded = this.#events[index];
      if (recorded && streamPrefixes.some((prefix) => recorded.event.stream.startsWith(prefix)))
        yield recorded;
    }
    await Promise.resolve();
  }
}

const { values, positionals } = parseArgs({
  options: { view: { type: 'string', multiple: true, default: [] }, step: { type: 'string', default: '20' } },
  allowPositionals: true,
});
const [url = ''] = positionals;
const step = Number(values.step);
const database = new Database({ url });
const store = new Growing(database.pool);
const views = [new Nothing(), ...viewConsumers()].filter(({ name }) => values.view.includes(name));
const runtime = new ConsumerRuntime({ database, store, views });
for (const view of views) await beginAnew(view);
const all = await store.readAhead();
const warmUp = all / 5;
let begun: Spent | undefined;
let counted = 0;
for (let upTo = store.grow(step); upTo !== undefined; upTo = store.grow(step)) {
  const position = upTo;
  // As those who follow are woken: all at once.
  await Promise.all(views.map(({ name }) => runtime.catchUp(name, { upTo: position })));
  if (begun || Number(position) < warmUp) continue;
  begun = await spent();
  counted = all - Number(position);
}
const ended = await spent();
const moved: Moved = {
  events: counted,
  own: ended.own - (begun?.own ?? 0),
  server: ended.server - (begun?.server ?? 0),
};
console.log(JSON.stringify(moved));
await store.close();
await database.close();

/** Behind nothing of the log, with no rows, as if it had been there from the first event on. */
async function beginAnew({ name, version, schema, tables }: Consumer): Promise<void> {
  for (const table of tables) await database.pool.query(`TRUNCATE ${schema}.${table}`);
  await database.pool.query(
    `INSERT INTO platform.checkpoint (name, kind, version, updated_at, failure_attempts) VALUES ($1, 'view', $2, now(), 0)
     ON CONFLICT (name) DO UPDATE SET version = $2, position = NULL, parked = 0`,
    [name, version],
  );
}

type Spent = Pick<Moved, 'own' | 'server'>;

async function spent(): Promise<Spent> {
  const { user, system } = process.cpuUsage();
  const { rows } = await database.pool.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
  const ticks = rows.reduce((sum, { pid }) => sum + ticksOf(pid), 0);
  return { own: (user + system) / 1_000, server: ticks * 10 };
}

/** Hundredths of a second, of the system's own account. */
function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}
