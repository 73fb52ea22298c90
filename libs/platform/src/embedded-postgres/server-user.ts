import { spawnSync, type SpawnOptions } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';

import { StartRefused } from '../start-refused.js';
import type { PostgresBinaries } from './binaries.js';

/** PostgreSQL refuses to run as root: how its programs are run on this machine, for one data folder. */
export interface ServerUser {
  command(program: string, args: readonly string[]): ServerCommand;
  /** Gives a file or folder made by this process to the user the server runs as. */
  own(path: string): void;
}

export interface ServerCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>;
}

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const asMyself: ServerUser = {
  command: (file, args) => ({ file, args, options: {} }),
  own: () => undefined,
};

/** Root inside is an ordinary user's number, so PostgreSQL is content, and what it writes is still root's. */
const asMappedRoot: ServerUser = {
  command: (file, args) => ({
    file: 'unshare',
    args: ['--user', '--map-user=1000', '--map-group=1000', file, ...args],
    options: {},
  }),
  own: () => undefined,
};

function asAccount({ uid, gid }: Account): ServerUser {
  return {
    command: (file, args) => ({ file, args, options: { uid, gid } }),
    own: (path) => {
      chownSync(path, uid, gid);
    },
  };
}

/**
 * `parent` holds, or will hold, the server's folder `cluster`. A folder that exists stays with its owner.
 * Throws StartRefused when root finds no way to run a server.
 */
export function serverUser(binaries: PostgresBinaries, parent: string, cluster: string): ServerUser {
  if (process.getuid?.() !== 0) return asMyself;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return asAccount(owner);
  const postgres = owner ? undefined : accountOf('postgres');
  if (postgres && canReach(postgres, binaries, parent)) return asAccount(postgres);
  if (canMapRoot(binaries)) return asMappedRoot;
  throw new StartRefused(
    `PostgreSQL does not run as root, and here neither a user "postgres" that can reach ${parent} nor unshare is there to help: ` +
      'start as another user, or set DATABASE_URL to a PostgreSQL of yours.',
  );
}

function accountOf(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** Asked as that account, because rights may come from modes, groups or access lists of any folder above. */
function canReach(account: Account, binaries: PostgresBinaries, parent: string): boolean {
  const question = 'test -x "$0" && test -x "$1"';
  return (
    spawnSync('/bin/sh', ['-c', question, binaries.postgres, parent], { ...account, cwd: '/' }).status === 0
  );
}

function canMapRoot(binaries: PostgresBinaries): boolean {
  const { file, args } = asMappedRoot.command(binaries.postgres, ['--version']);
  return spawnSync(file, args, { cwd: '/' }).status === 0;
}
