import { eventStoreMigrationSet } from '@entente/event-store';
import { Database, platformMigrations, runMigrations } from '@entente/platform';
import { viewConsumers, viewsMigrations } from '@entente/views';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { interleaved, median, type Bench } from './bench.js';
import { fillWithLetters } from './letters.js';
import type { Moved } from './programs/move-view.js';
import { durableServer } from './server.js';

const LETTERS = 500;
/** Events at a time, as they come when little and when much is going on. */
const STEPS = [20, 100] as const;
const CATEGORY = 'agreement';

export const bench: Bench = {
  ids: ['views'],
  title: 'processor’s time of each view that follows the log',
  async run({ quick, rounds, say }) {
    await using server = await durableServer();
    const url = await server.database('followed');
    say('filling a log');
    const events = await filled(url, quick ? LETTERS / 5 : LETTERS);
    const names = viewConsumers().flatMap(({ name, categories }) =>
      categories.includes(CATEGORY) ? [name] : [],
    );
    const sets = [['nothing'], ...names.map((name) => [name]), names];
    const rows: (string | number)[][] = [];
    for (const step of quick ? STEPS.slice(1) : STEPS) {
      say(`${step} events at a time`);
      const contenders = sets.map((views) => ({
        name: labelOf(views),
        round: () => moved(url, step, views),
      }));
      for (const [name, found] of await interleaved(contenders, rounds, { warmUp: !quick })) {
        const of = (member: 'own' | 'server'): string =>
          median(found.map((one) => (one[member] / one.events) * 1_000)).toFixed(0);
        rows.push([step, name, of('own'), of('server')]);
      }
    }
    return {
      columns: ['events at a time', 'view', 'ms per 1,000 events, process', 'ms, server'],
      rows,
      notes: [
        `${server.version}, durable settings; ${events.toLocaleString('en')} events of letters, 2,000 letters at a time; the log is in memory.`,
        'Nothing is a view that writes no rows: what moving along the log costs. Processor’s time, of the process with its threads and of the server’s.',
      ],
    };
  },
};

const labelOf = (views: readonly string[]): string => (views.length > 1 ? 'all of them' : views.join());

async function filled(url: string, letters: number): Promise<number> {
  const database = new Database({ url });
  try {
    await runMigrations(database, [platformMigrations, eventStoreMigrationSet, viewsMigrations]);
    return await fillWithLetters(database.pool, letters, '2,000 letters at a time');
  } finally {
    await database.close();
  }
}

const program = path.join(import.meta.dirname, 'programs/move-view.ts');

async function moved(url: string, step: number, views: readonly string[]): Promise<Moved> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    program,
    url,
    '--step',
    String(step),
    ...views.flatMap((view) => ['--view', view]),
  ]);
  return JSON.parse(stdout) as Moved;
}
