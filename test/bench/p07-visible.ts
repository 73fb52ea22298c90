import { eventStoreMigrationSet } from '@entente/event-store';
import { Database, platformMigrations, runMigrations } from '@entente/platform';
import { AGREEMENT_BOARD, viewConsumers, viewsMigrations } from '@entente/views';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';

import { interleaved, median, millis, spread, whole, type Bench } from './bench.js';
import type { Looks } from './programs/write-and-look.js';
import { durableServer } from './server.js';

export const bench: Bench = {
  ids: ['P7'],
  title: 'append acknowledged → row visible, at 2,000 events a second',
  async run({ quick, rounds, say }) {
    await using server = await durableServer();
    let databases = 0;
    const newDatabase = async (): Promise<string> => {
      const url = await server.database(`visible_${(databases += 1)}`);
      const database = new Database({ url });
      await runMigrations(database, [platformMigrations, eventStoreMigrationSet, viewsMigrations]);
      await database.close();
      return url;
    };
    const all = viewConsumers().length;
    const ms = quick ? 500 : 10_000;
    say('one process, then two, in turn');
    const results = await interleaved(
      [
        {
          name: 'one process, the board alone',
          round: async () => looks(await newDatabase(), ms, '--follow', '--only', AGREEMENT_BOARD),
        },
        {
          name: 'two processes, the board alone',
          round: async () => besideAFollower(await newDatabase(), ms, AGREEMENT_BOARD),
        },
        {
          name: `one process, all ${all} views`,
          round: async () => looks(await newDatabase(), ms, '--follow'),
        },
        {
          name: `two processes, all ${all} views`,
          round: async () => besideAFollower(await newDatabase(), ms),
        },
      ],
      rounds,
      { warmUp: !quick },
    );
    const rows = [...results].flatMap(([name, rounds]) =>
      (['visible', 'waited'] as const).flatMap((how) => {
        const spreads = rounds.map((round) => spread(round[how]));
        if (rounds.every((round) => round[how].length === 0)) return [];
        const of = (member: 'p50' | 'p99' | 'max'): string =>
          millis(median(spreads.map((one) => one[member])));
        const perSecond = whole(median(rounds.map((round) => round.perSecond)));
        const asked = how === 'visible' ? 'SELECT, every millisecond' : 'waitFor';
        return [[name, asked, perSecond, of('p50'), of('p99'), of('max')]];
      }),
    );
    return {
      columns: ['views moved in', 'asked by', 'events/s', 'p50 ms', 'p99 ms', 'max ms'],
      rows,
      notes: [
        `${server.version}, durable settings; the board is looked at.`,
        'Targets: p99 ≤ 10 ms in one process, ≤ 20 ms across two.',
      ],
    };
  },
};

const program = (name: string): string[] => [
  ...process.execArgv,
  path.join(import.meta.dirname, 'programs', name),
];

async function looks(url: string, ms: number, ...options: readonly string[]): Promise<Looks> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...program('write-and-look.ts'), url, '--ms', String(ms), ...options],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Looks;
}

async function besideAFollower(url: string, ms: number, ...only: readonly string[]): Promise<Looks> {
  const follower = spawn(process.execPath, [...program('follow.ts'), url, ...only], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(follower.stdout, 'data');
    return await looks(url, ms);
  } finally {
    follower.kill();
    await once(follower, 'exit');
  }
}
