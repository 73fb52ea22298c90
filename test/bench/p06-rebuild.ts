import { eventStoreMigrationSet } from '@entente/event-store';
import { Database, platformMigrations, runMigrations } from '@entente/platform';
import { viewsMigrations } from '@entente/views';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { interleaved, median, times, whole, type Bench } from './bench.js';
import { fillWithLetters, type LogOrder } from './letters.js';
import type { LogRead } from './programs/read-log.js';
import { durableServer } from './server.js';

const FLOOR = 'pg-cursor, full rows';
const ORDERS: readonly LogOrder[] = ['letter after letter', '2,000 letters at a time', 'all letters at once'];

/** As in an office; the other orders tell what it depends on, and need no million events to tell it. */
const USUAL: LogOrder = '2,000 letters at a time';
/** About 1,000,000 events. */
const MANY_LETTERS = 48_000;
const FEWER_LETTERS = 8_000;
const lettersIn = (order: LogOrder): number => (order === USUAL ? MANY_LETTERS : FEWER_LETTERS);

/** The history writes the log once more: that, too, is told by fewer events. */
const viewsOf = (order: LogOrder): string[] =>
  order === 'letter after letter' ? ['agreement-board', 'agreement-history'] : ['agreement-board'];

export const bench: Bench = {
  ids: ['P6'],
  title: 'rebuild of a view beside its live rows',
  async run({ quick, rounds, say }) {
    await using server = await durableServer();
    const rows: (string | number)[][] = [];
    for (const order of quick ? [USUAL] : ORDERS) {
      const url = await server.database(`rebuild_${ORDERS.indexOf(order)}`);
      say(`filling a log, ${order}`);
      const { events, letters } = await filled(url, quick ? 500 : lettersIn(order), order);
      const views = viewsOf(order);
      const contenders = [FLOOR, ...views].map((name) => ({
        name,
        round: () => (name === FLOOR ? measured(url) : measured(url, '--view', name)),
      }));
      say(`${whole(events)} events of ${whole(letters)} letters`);
      const results = await interleaved(contenders, rounds, { warmUp: !quick });
      const of = (name: string, member: 'ms' | 'before' | 'most'): number =>
        median((results.get(name) ?? []).map((read) => read[member]));
      for (const { name } of contenders) {
        const perSecond = (events / of(name, 'ms')) * 1_000;
        rows.push([
          order,
          whole(events),
          name,
          (of(name, 'ms') / 1_000).toFixed(1),
          whole(perSecond),
          name === FLOOR ? '' : times(of(FLOOR, 'ms') / of(name, 'ms')),
          `${of(name, 'before')} → ${of(name, 'most')}`,
        ]);
      }
    }
    return {
      columns: ['order of the log', 'events', 'what', 's', 'events/s', '÷ cursor', 'MB resident'],
      rows,
      notes: [
        `${server.version}, durable settings; each measurement in a process of its own, which transpiles its sources and is that much larger.`,
        'A rebuild is the whole of it: tables made, rows and progress in one transaction a batch, hash of new and old rows compared.',
        'Targets for the board: ≥ 1.2× and ≤ 300 MB. The history keeps every event as jsonb: it writes the log once more, and loses.',
      ],
    };
  },
};

async function filled(
  url: string,
  letters: number,
  order: LogOrder,
): Promise<{ readonly events: number; readonly letters: number }> {
  const database = new Database({ url });
  try {
    await runMigrations(database, [platformMigrations, eventStoreMigrationSet, viewsMigrations]);
    return { events: await fillWithLetters(database.pool, letters, order), letters };
  } finally {
    await database.close();
  }
}

const program = path.join(import.meta.dirname, 'programs/read-log.ts');

async function measured(url: string, ...options: readonly string[]): Promise<LogRead> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    program,
    url,
    ...options,
  ]);
  const read = JSON.parse(stdout) as LogRead;
  // The first one found no rows yet.
  if (read.verdict === 'different') throw new Error('a rebuild found other rows than the one before');
  return read;
}
