import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { StartRefused } from '../start-refused.js';
import type { PostgresBinaries } from './binaries.js';
import { serverEnvironment } from './initialise.js';
import {
  findPostmaster,
  hasEnded,
  postmasterFile,
  type Postmaster,
  type ServerFolder,
} from './server-folder.js';
import { serverSettings } from './server-settings.js';
import type { ServerUser } from './server-user.js';

const POLL_MS = 10;
const MAX_LOG_BYTES = 10 * 1024 * 1024;
const PORT_ATTEMPTS = 5;
const STOP_PATIENCE_MS = 30_000;

/** Starts the server and waits until it lets people in, however long its recovery takes. */
export async function launch(
  folder: ServerFolder,
  binaries: PostgresBinaries,
  user: ServerUser,
): Promise<Postmaster> {
  // PostgreSQL would take any process that has the id in a stale file for its server, and refuse.
  rmSync(postmasterFile(folder), { force: true });
  let port = lastPort(folder) ?? (await freePort());
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await launchAt(port, folder, binaries, user);
    if (typeof outcome !== 'string') return outcome;
    if (
      attempt === PORT_ATTEMPTS ||
      !/could not (bind|create any TCP)|Address already in use/iu.test(outcome)
    ) {
      throw new StartRefused(
        `The embedded PostgreSQL ended at its start (${lastComplaint(outcome)}); the whole story is in ${folder.log}.`,
      );
    }
    port = await freePort();
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. Returns when it is gone. */
export async function shutDown(folder: ServerFolder, binaries: PostgresBinaries): Promise<void> {
  const running = findPostmaster(folder);
  if (!running) return;
  if (process.platform === 'win32') {
    await promisify(execFile)(binaries.pgCtl, ['stop', '-D', folder.cluster, '-m', 'fast', '-w']);
    return;
  }
  signal(running.pid, 'SIGINT');
  const deadline = performance.now() + STOP_PATIENCE_MS;
  while (!hasEnded(running.pid)) {
    // Its log makes up for what an immediate end leaves undone.
    if (performance.now() > deadline) signal(running.pid, 'SIGQUIT');
    await sleep(POLL_MS);
  }
}

/** The server when it lets people in; the whole of its log since the start when it ended instead. */
async function launchAt(
  port: number,
  folder: ServerFolder,
  binaries: PostgresBinaries,
  user: ServerUser,
): Promise<Postmaster | string> {
  const { child, logStart } = spawnServer(port, folder, binaries, user);
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  for (;;) {
    const running = findPostmaster(folder);
    if (running?.pid === child.pid && running?.status === 'ready') return running;
    if (failure) return failure.message;
    if (child.exitCode !== null || child.signalCode !== null)
      return readFileSync(folder.log, 'utf8').slice(logStart);
    await sleep(POLL_MS);
  }
}

function spawnServer(
  port: number,
  folder: ServerFolder,
  binaries: PostgresBinaries,
  user: ServerUser,
): { child: ChildProcess; logStart: number } {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket files: their names are limited to 107 bytes, and the loopback with a password serves every platform.
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    cluster_name: 'entente',
    ...serverSettings(),
  };
  const { file, args, options } = user.command(binaries.postgres, [
    '-D',
    folder.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const logStart = rotateLog(folder.log);
  const log = openSync(folder.log, 'a', 0o600);
  try {
    // A session of its own: Ctrl-C in a terminal must reach us, who drain first, and not the server.
    const child = spawn(file, args, {
      ...options,
      cwd: folder.cluster,
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
      detached: true,
    });
    child.unref();
    return { child, logStart };
  } finally {
    closeSync(log);
  }
}

function rotateLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= MAX_LOG_BYTES) return size;
  renameSync(file, `${file}.1`);
  return 0;
}

/** The port of last time, if it is known: whoever noted the connection string finds the server again. */
function lastPort(folder: ServerFolder): number | undefined {
  try {
    const options = readFileSync(path.join(folder.cluster, 'postmaster.opts'), 'utf8');
    const port = /"port=(\d+)"/u.exec(options)?.[1];
    return port === undefined ? undefined : Number(port);
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

function lastComplaint(log: string): string {
  const lines = log.trim().split('\n');
  const complaint = lines.findLast((line) => /FATAL|PANIC|ERROR/u.test(line)) ?? lines.at(-1) ?? '';
  return complaint.replace(/^.*?(?:FATAL|PANIC|ERROR):\s*/u, '').trim() || 'it said nothing';
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
