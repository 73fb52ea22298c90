import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { HttpConnection } from './http-connection.js';
import type { Served } from './programs/serve.js';

/** A served installation in a process of its own, and connections to it. */
export interface ServedApi extends AsyncDisposable {
  readonly served: Served;
  readonly connections: readonly HttpConnection[];
}

export async function serveApart(
  databaseUrl: string,
  options: readonly string[],
  connected: number,
): Promise<ServedApi> {
  const hooks = path.join(import.meta.dirname, '../support/typescript-hooks.js');
  const program = path.join(import.meta.dirname, 'programs/serve.ts');
  const child = spawn(process.execPath, ['--import', hooks, ...profiling(), program, ...options], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      INSTALLATION_KEY: randomBytes(32).toString('hex'),
      SEALING_KEY: randomBytes(32).toString('hex'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const { value, done } = await lines.next();
  if (done) throw new Error('the server ended before it answered');
  const served = JSON.parse(value) as Served;
  const connections = await Promise.all(
    Array.from({ length: connected }, () => HttpConnection.open(served.url)),
  );
  return {
    served,
    connections,
    async [Symbol.asyncDispose]() {
      for (const connection of connections) connection.close();
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** For a look at what costs: BENCH_PROFILE names a folder for the servers' CPU profiles. */
function profiling(): string[] {
  const folder = process.env['BENCH_PROFILE'];
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}
