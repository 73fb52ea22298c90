import { accessSync, constants, globSync } from 'node:fs';
import path from 'node:path';

/** A server or program that a test cannot do without and the machine may lack. */
export interface Need {
  readonly name: string;
  /** What to do to have it, in words for the last lines of a test run. */
  readonly enable: string;
  /** Its URL or the path of its program; undefined when the machine lacks it. */
  readonly find: () => string | undefined;
}

export const needs = {
  redis: {
    name: 'Redis',
    enable: 'install redis-server or set TEST_REDIS_URL',
    find: () => setting('TEST_REDIS_URL') ?? program('redis-server'),
  },
  s3: {
    name: 'an S3 server',
    enable: 'start one with an empty bucket and set TEST_S3_URL (https://KEY:SECRET@HOST/BUCKET)',
    find: () => setting('TEST_S3_URL'),
  },
  chromium: {
    name: 'Chromium',
    enable: 'install chromium or set CHROMIUM_PATH',
    find: () =>
      setting('CHROMIUM_PATH') ??
      program('chromium') ??
      program('chromium-browser') ??
      program('google-chrome'),
  },
  dovecot: {
    name: 'Dovecot, an IMAP server',
    enable: 'install dovecot-imapd or set DOVECOT_PATH',
    find: () =>
      setting('DOVECOT_PATH') ??
      program('dovecot') ??
      globSync('/usr/{sbin,local/sbin}/dovecot').toSorted()[0],
  },
  postgresql: {
    name: 'PostgreSQL 15 or newer, as a package of the system',
    enable: 'install postgresql or put its initdb on the PATH',
    // The oldest of several: the newest is embedded and tested anyway.
    find: () => onPath('initdb') ?? globSync('/usr/lib/postgresql/{1[5-9],2*}/bin').toSorted()[0],
  },
  kurrentdb: {
    name: 'KurrentDB',
    enable: 'start a server and set EVENT_STORE_URL',
    find: () => setting('EVENT_STORE_URL'),
  },
  kurrentdbToKill: {
    name: 'a KurrentDB that may be killed',
    enable:
      'set TEST_KURRENTDB_START to a shell command that runs an insecure node at 127.0.0.1:$PORT with its data in $DATA_DIR',
    find: () => setting('TEST_KURRENTDB_START'),
  },
} as const satisfies Record<string, Need>;

/** Where the need was found; for hooks and tests inside `describeIf`, which do not run when it was not. */
export function found(need: Need): string {
  const place = need.find();
  if (place === undefined) throw new Error(`${need.name} was not found: ${need.enable}`);
  return place;
}

export function isRequired(need: Need): boolean {
  const known = new Map<string, Need>(Object.entries(needs));
  return (setting('REQUIRE_SERVICES') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .some((name) => {
      const required = known.get(name);
      if (!required)
        throw new Error(`REQUIRE_SERVICES names ${name}; known are ${[...known.keys()].join(', ')}`);
      return required === need;
    });
}

function setting(name: string): string | undefined {
  const value = process.env[name]?.trim();
  return value === '' ? undefined : value;
}

function program(name: string): string | undefined {
  const folder = onPath(name);
  return folder === undefined ? undefined : path.join(folder, name);
}

/** The folder that holds the program. */
function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .find((folder) => isExecutable(path.join(folder, name)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
