import { parseArgs } from 'node:util';

import { PostgresEventStore } from '@entente/event-store';
import { ConsumerRuntime, Database, type RebuildReport } from '@entente/platform';
import { viewConsumers } from '@entente/views';
import pg from 'pg';

/**
 * One measurement in a process of its own, so that its memory is told apart: a view rebuilt, or the whole log read with
 * a cursor. Tells what it took as one line of JSON.
 */
export interface LogRead {
  readonly events: number;
  readonly ms: number;
  /** Resident, in MB: before the work and at most. */
  readonly before: number;
  readonly most: number;
  readonly verdict?: RebuildReport['verdict'];
}

const MB = 1024 * 1024;
/** Installed with the benches alone, so that its types are not there. */
const CURSOR: string = ['pg', 'cursor'].join('-');
const { values, positionals } = parseArgs({ options: { view: { type: 'string' } }, allowPositionals: true });
const [url = ''] = positionals;
const before = Math.round(process.memoryUsage.rss() / MB);
const start = performance.now();
const read = values.view === undefined ? await withCursor() : await rebuilt(values.view);
const ms = performance.now() - start;
const most = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ...read, ms, before, most } satisfies LogRead));
process.exit(0);

async function rebuilt(view: string): Promise<Pick<LogRead, 'events' | 'verdict'>> {
  const database = new Database({ url });
  const store = new PostgresEventStore(database.pool);
  const runtime = new ConsumerRuntime({ database, store, views: viewConsumers() });
  await runtime.register();
  const { events, verdict } = await runtime.rebuild(view);
  return { events, verdict };
}

/** The usual way in Node to go through a large table: every column, 500 rows at a time, parsed by the driver. */
async function withCursor(): Promise<Pick<LogRead, 'events'>> {
  const { default: Cursor } = (await import(CURSOR)) as {
    default: new (text: string) => pg.Submittable & Rows;
  };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const cursor = client.query(new Cursor('SELECT * FROM log.event ORDER BY position'));
  let events = 0;
  for (;;) {
    const rows = await cursor.read(500);
    if (rows.length === 0) return { events };
    events += rows.length;
  }
}

interface Rows {
  read(count: number): Promise<readonly object[]>;
}
