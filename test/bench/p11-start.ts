import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { endPostmaster } from '../faults/postmaster.js';
import { freePort } from '../support/free-port.js';
import { dataFolder } from '../support/running-program.js';
import { median, whole, type Bench } from './bench.js';

const root = path.resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 120_000;
const POLL_MS = 10;

interface Start {
  /** Milliseconds from the command to the first answer of each. */
  readonly page: number;
  readonly ready: number;
  end(signal: NodeJS.Signals): Promise<void>;
}

export const bench: Bench = {
  ids: ['P11'],
  title: 'from npm start to the first answer',
  async run({ rounds, say }) {
    say('building');
    execFileSync(process.execPath, ['.build/run-build.js'], { cwd: root, stdio: 'ignore' });
    const measured = new Map<string, Start[]>();
    const note = (name: string, start: Start): void => {
      measured.set(name, [...(measured.get(name) ?? []), start]);
    };
    // The first of several fills the cache of compiled modules, as the first start after an installation does.
    const warmUps = rounds > 1 ? 1 : 0;
    for (let round = 1 - warmUps; round <= rounds; round += 1) {
      say(`round ${round}`);
      const folder = dataFolder();
      try {
        const first = await start(folder.path);
        await first.end('SIGKILL');
        const second = await start(folder.path);
        await second.end('SIGKILL');
        await endPostmaster(folder.path);
        const third = await start(folder.path);
        await third.end('SIGTERM');
        if (round === 0) continue;
        note('empty disk', first);
        note('after kill -9, its database lives on', second);
        note('after kill -9 of the program and its database', third);
      } finally {
        await endPostmaster(folder.path);
        folder.remove();
      }
    }
    return {
      columns: ['npm start', 'first page, ms', 'ready, ms'],
      rows: [...measured].map(([name, starts]) => [
        name,
        whole(median(starts.map(({ page }) => page))),
        whole(median(starts.map(({ ready }) => ready))),
      ]),
      notes: [
        'Targets: empty disk ≤ 4,000 ms, after kill -9 ≤ 2,000 ms. The page is the board; ready is /health/ready with 200.',
        'Built before, as npm ci leaves it; npm itself is part of every figure.',
      ],
    };
  },
};

async function start(dataDir: string): Promise<Start> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: root,
    // npm and the program beneath it end together.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'fatal' },
  });
  const url = `http://127.0.0.1:${port}`;
  const answered = async (address: string): Promise<number> => {
    for (;;) {
      if (performance.now() - began > PATIENCE_MS) throw new Error(`${address} was not answered`);
      const ok = await fetch(address).then(
        (response) => response.ok,
        () => false,
      );
      if (ok) return performance.now() - began;
      await sleep(POLL_MS);
    }
  };
  const [page, ready] = await Promise.all([answered(`${url}/`), answered(`${url}/health/ready`)]);
  return { page, ready, end: (signal) => end(child, url, signal) };
}

async function end(child: ChildProcess, url: string, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  if (child.pid !== undefined) process.kill(-child.pid, signal);
  await ended;
  // npm may be gone before the program is.
  while (
    await fetch(`${url}/health/live`).then(
      () => true,
      () => false,
    )
  )
    await sleep(POLL_MS);
}
