import { findBinaries, serverUser, type ServerCommand } from '@entente/platform';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import pg from 'pg';

import { freePort } from './free-port.js';

const PATIENCE_MS = 30_000;

/** Tests need no crash safety; everything else stays as it is in production. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
};

/** URL of the run's server. The first to ask, of all workers, starts it; the others wait for it. */
export async function testServer(): Promise<string> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return given;
  const folder = process.env['TEST_RUN_FOLDER'];
  if (folder === undefined) throw new Error('jest.config.js does not name test/support/postgres-setup.ts');
  const answer = path.join(folder, 'url');
  if (existsSync(answer)) return readFileSync(answer, 'utf8');
  if (isFirst(path.join(folder, 'server'))) {
    const url = await start(folder);
    writeFileSync(`${answer}.new`, url);
    renameSync(`${answer}.new`, answer);
    return url;
  }
  const deadline = Date.now() + PATIENCE_MS;
  while (!existsSync(answer)) {
    if (Date.now() > deadline) throw new Error(`no PostgreSQL for the tests: see ${folder}/server/log`);
    await sleep(20);
  }
  return readFileSync(answer, 'utf8');
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function start(runFolder: string): Promise<string> {
  const folder = path.join(runFolder, 'server');
  const data = path.join(folder, 'data');
  const binaries = findBinaries();
  const user = serverUser(binaries, runFolder, data);
  user.own(folder);
  const options = [
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ];
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  await execute(user.command(binaries.initdb, ['-D', data, ...options, ...builtin]));
  const port = await freePort();
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = launch(user.command(binaries.postgres, ['-D', data, ...settings]), path.join(folder, 'log'));
  setReaper(runFolder, server);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await answers(url, path.join(folder, 'log'));
  return url;
}

async function execute({ file, args, options }: ServerCommand): Promise<void> {
  await promisify(execFile)(file, args, { ...options, cwd: '/' });
}

/** Detached, so that it outlives this worker: the run's other workers use it too. */
function launch({ file, args, options }: ServerCommand, log: string): ChildProcess {
  const output = openSync(log, 'a');
  const server = spawn(file, args, {
    ...options,
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
  });
  server.unref();
  return server;
}

function setReaper(folder: string, server: ChildProcess): void {
  writeFileSync(path.join(folder, 'in-use'), '');
  const reaper = path.join(import.meta.dirname, 'postgres-reaper.js');
  const args = [reaper, folder, process.env['TEST_RUN_PID'] ?? String(process.ppid), String(server.pid)];
  spawn(process.execPath, args, { cwd: '/', detached: true, stdio: 'ignore' }).unref();
}

async function answers(url: string, log: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(readFileSync(log, 'utf8'), { cause: error });
      await sleep(20);
    }
  }
}
