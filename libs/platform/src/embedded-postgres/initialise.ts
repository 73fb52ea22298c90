import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { StartRefused } from '../start-refused.js';
import type { PostgresBinaries } from './binaries.js';
import type { ServerFolder } from './server-folder.js';
import type { ServerUser } from './server-user.js';

const UNFINISHED = 'postgres.unfinished-';

/** Makes the server's folder unless there is one. Call it with the owner's lock held. */
export async function initialise(
  folder: ServerFolder,
  binaries: PostgresBinaries,
  user: ServerUser,
): Promise<void> {
  removeUnfinished(folder);
  if (existsSync(path.join(folder.cluster, 'PG_VERSION'))) {
    refuseOtherVersion(folder, binaries);
    return;
  }
  refuseForeignFiles(folder);

  // Outside the folder until it is complete: initdb wants an empty one, and its user must be able to read it.
  const workshop = mkdtempSync(path.join(folder.parent, UNFINISHED));
  user.own(workshop);
  const cluster = path.join(workshop, 'cluster');
  const password = path.join(workshop, 'password');
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  user.own(password);
  await runInitdb(binaries, user, cluster, password);
  renameSync(password, path.join(cluster, path.basename(folder.password)));
  renameSync(cluster, folder.cluster);
  rmSync(workshop, { recursive: true });
}

/** What a killed process left behind never was a server's folder, so nothing is lost with it. */
function removeUnfinished(folder: ServerFolder): void {
  for (const name of readdirSync(folder.parent)) {
    if (!name.startsWith(UNFINISHED)) continue;
    try {
      rmSync(path.join(folder.parent, name), { recursive: true, force: true });
    } catch {
      // An initdb that outlived its killed parent still writes there; the next start removes it.
    }
  }
}

function refuseOtherVersion(folder: ServerFolder, binaries: PostgresBinaries): void {
  const version = readFileSync(path.join(folder.cluster, 'PG_VERSION'), 'utf8').trim();
  if (Number(version) === binaries.majorVersion) return;
  throw new StartRefused(
    `${folder.cluster} was written by PostgreSQL ${version}, and ${binaries.majorVersion} is installed: ` +
      'start the version of Entente that wrote it, export, and import into an empty DATA_DIR.',
  );
}

function refuseForeignFiles(folder: ServerFolder): void {
  if (!existsSync(folder.cluster) || readdirSync(folder.cluster).length === 0) return;
  throw new StartRefused(
    `${folder.cluster} holds files but no database: move them away, or set DATA_DIR to another folder.`,
  );
}

async function runInitdb(
  binaries: PostgresBinaries,
  user: ServerUser,
  cluster: string,
  password: string,
): Promise<void> {
  const { file, args, options } = user.command(binaries.initdb, [
    `--pgdata=${cluster}`,
    '--username=entente',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order and the same letters on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]);
  try {
    await promisify(execFile)(file, args, { ...options, cwd: '/', env: serverEnvironment() });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? '';
    throw new StartRefused(
      `The embedded PostgreSQL could not be set up in ${cluster} (${said || (error as Error).message}): ` +
        'correct that, or set DATABASE_URL to a PostgreSQL of yours.',
      { cause: error },
    );
  }
}

const NEEDED_VARIABLES = new Set(['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT', 'LD_LIBRARY_PATH']);

/** Nothing of ours: PG* and locale variables would change what the programs do and say, others are secrets. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const needed = Object.entries(process.env).filter(([name]) => NEEDED_VARIABLES.has(name.toUpperCase()));
  return { ...Object.fromEntries(needed), LC_ALL: 'C', TZ: 'UTC' };
}
