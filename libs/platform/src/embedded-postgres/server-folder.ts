import { mkdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

import { StartRefused } from '../start-refused.js';

/** Where things are below DATA_DIR. */
export interface ServerFolder {
  readonly parent: string;
  /** PostgreSQL's own folder. It appears by a rename, so what is there was finished. */
  readonly cluster: string;
  /** Inside the cluster: the two are made, copied and deleted together. */
  readonly password: string;
  readonly log: string;
  readonly lock: string;
}

/** What the running server's own lock file says. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping';
}

export function serverFolder(dataDir: string): ServerFolder {
  const parent = path.resolve(dataDir);
  try {
    mkdirSync(parent, { recursive: true });
  } catch (error) {
    throw new StartRefused(`DATA_DIR (${parent}) cannot be created (${(error as Error).message}).`, {
      cause: error,
    });
  }
  const cluster = path.join(parent, 'postgres');
  return {
    parent,
    cluster,
    password: path.join(cluster, 'entente.password'),
    log: path.join(parent, 'postgres.log'),
    lock: path.join(parent, 'postgres.lock'),
  };
}

export function connectionString(folder: ServerFolder, port: number, database: string): string {
  const password = readFileSync(folder.password, 'utf8').trim();
  return `postgres://entente:${password}@127.0.0.1:${port}/${database}`;
}

/** The server that runs on this folder; undefined when there is none, whatever a stale file says. */
export function findPostmaster(folder: ServerFolder): Postmaster | undefined {
  const said = readPostmasterFile(folder);
  return said && isServerOf(said.pid, folder.cluster) ? said : undefined;
}

export function postmasterFile(folder: ServerFolder): string {
  return path.join(folder.cluster, 'postmaster.pid');
}

function readPostmasterFile(folder: ServerFolder): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(postmasterFile(folder), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  // Fixed by PostgreSQL's miscadmin.h: process id, folder, start, port, socket folder, address, memory key, status.
  const [pid, port, status] = [Number(lines[0]), Number(lines[3]), lines[7]?.trim()];
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, port, status: status === 'ready' || status === 'stopping' ? status : 'starting' };
}

/** Process ids are reused, after a restart of a container at once; a server's working folder is its own. */
function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    // A zombie has no folder any more, and another user's process is not our server.
    return false;
  }
}

/** An ended process may keep its id as a zombie, for as long as nobody asks after it. */
export function hasEnded(pid: number): boolean {
  if (!isAlive(pid)) return true;
  if (process.platform !== 'linux') return false;
  try {
    return /\) [ZX] /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
