import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

import type { EventEnvelope, LogPosition } from '@entente/event-sourcing';
import { PostgresEventStore } from '@entente/event-store';
import { ConsumerPump, ConsumerRuntime, Database, silentLog } from '@entente/platform';
import { AGREEMENT_BOARD, viewConsumers } from '@entente/views';
import { randomBytes } from 'node:crypto';

import pg from 'pg';

import { asLetter, letterTexts } from '../letters.js';

/**
 * Appends what deciders wrote of many letters at a steady rate, and looks at the board's checkpoint, which is written
 * with its rows, as fast as it is answered. Tells how long after its acknowledgement each append was visible, in
 * milliseconds, as one line of JSON. `--follow`: this process also moves the views, or the one that `--only` names.
 */
export interface Looks {
  readonly perSecond: number;
  /** By SELECT. */
  readonly visible: readonly number[];
  /** By asking the runtime to wait, as queries do. */
  readonly waited: readonly number[];
}

const RATE = 2_000;
const TICK_MS = 5;
const WARM_UP_MS = 2_000;

const { values, positionals } = parseArgs({
  options: {
    follow: { type: 'boolean' },
    only: { type: 'string' },
    ms: { type: 'string', default: '5000' },
  },
  allowPositionals: true,
});
const [url = ''] = positionals;
const database = new Database({ url });
const store = new PostgresEventStore(database.pool);
const views = viewConsumers().filter(({ name }) => values.only === undefined || name === values.only);
const runtime = new ConsumerRuntime({ database, store, views });
await runtime.register();
if (values.follow) await new ConsumerPump({ runtime, store, log: silentLog }).start();

const texts = await letterTexts();
const start = performance.now();
const end = start + WARM_UP_MS + Number(values.ms);
const pending: { readonly position: LogPosition; readonly at: number }[] = [];
const visible: number[] = [];
const waited: number[] = [];
let sent = 0;
let begun = 0;
let isWriting = true;

const looking = look();
await write();
isWriting = false;
await looking;
const perSecond = visible.length === 0 ? 0 : sent / ((performance.now() - start) / 1_000);
console.log(JSON.stringify({ perSecond, visible, waited } satisfies Looks));
process.exit(0);

async function write(): Promise<void> {
  const lanes: EventEnvelope[][] = Array.from({ length: 64 }, () => []);
  const started = performance.now();
  const under = new Set<Promise<void>>();
  const busy = new Set<number>();
  let lane = 0;
  while (performance.now() < end) {
    const due = ((performance.now() - started) * RATE) / 1_000;
    for (let tries = 0; sent < due && tries < lanes.length; tries += 1) {
      lane = (lane + 1) % lanes.length;
      if (busy.has(lane)) continue;
      const mine = lane;
      busy.add(mine);
      const events = next(lanes, mine);
      sent += events.length;
      const appending = append(events).finally(() => {
        busy.delete(mine);
        under.delete(appending);
      });
      under.add(appending);
    }
    await sleep(TICK_MS);
  }
  await Promise.all(under);
}

async function append(events: readonly EventEnvelope[]): Promise<void> {
  const [first] = events;
  if (!first) return;
  const outcome = await store.append(first.stream, first.revision - 1, events);
  if (outcome.outcome !== 'appended') throw new Error(`an append was answered with ${outcome.outcome}`);
  const at = performance.now();
  if (at < start + WARM_UP_MS) return;
  pending.push({ position: outcome.position, at });
  if (values.follow && sent % 50 === 0) {
    await runtime.waitFor(AGREEMENT_BOARD, outcome.position, 5_000);
    waited.push(performance.now() - at);
  }
}

/** What one command wrote; a new letter when one is at its end. */
function next(lanes: EventEnvelope[][], lane: number): EventEnvelope[] {
  const left = lanes[lane] ?? [];
  const tag = randomBytes(6).toString('hex');
  const letter = left.length > 0 ? left : asLetter(texts[(begun += 1) % texts.length] ?? [], tag);
  const other = letter.findIndex(({ commandId }) => commandId !== letter[0]?.commandId);
  const end = other === -1 ? letter.length : other;
  lanes[lane] = letter.slice(end);
  return letter.slice(0, end);
}

async function look(): Promise<void> {
  // Of its own: it must not wait for those of the pool.
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  while (isWriting || pending.length > 0) {
    const { rows } = await client.query<{ position: LogPosition | null }>(
      'SELECT position FROM platform.checkpoint WHERE name = $1',
      [AGREEMENT_BOARD],
    );
    const now = performance.now();
    const position = rows[0]?.position ?? '';
    const seen = pending.filter((one) => one.position <= position);
    for (const { at } of seen) visible.push(Math.max(0, now - at));
    if (seen.length > 0)
      pending.splice(0, pending.length, ...pending.filter((one) => one.position > position));
    await sleep(1);
  }
}
