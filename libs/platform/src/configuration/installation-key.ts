import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { StartRefused } from '../start-refused.js';
import type { Configuration } from './configuration.js';

type KeyConfiguration = Pick<Configuration, 'installationKey' | 'sealingKey' | 'databaseUrl' | 'dataDir'>;

/**
 * The key that protects command ids and sessions, 64 hexadecimal digits. With the embedded PostgreSQL it is made at the
 * first start, in DATA_DIR/installation.key: data and key are then backed up, and lost, together.
 */
export function installationKey(configuration: KeyConfiguration): string {
  return configuration.installationKey ?? ownKey(configuration, 'INSTALLATION_KEY', 'installation.key');
}

/** The key that wraps the keys of names and free texts; made likewise, in DATA_DIR/sealing.key. */
export function sealingKey(configuration: KeyConfiguration): string {
  return configuration.sealingKey ?? ownKey(configuration, 'SEALING_KEY', 'sealing.key');
}

function ownKey({ databaseUrl, dataDir }: KeyConfiguration, variable: string, name: string): string {
  if (databaseUrl !== undefined) throw new StartRefused(`${variable} is missing.`);
  const file = path.join(dataDir, name);
  try {
    return readKey(file) ?? makeKey(file);
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(
      `The installation's key ${file} can be neither read nor made (${(error as Error).message}).`,
      { cause: error },
    );
  }
}

function readKey(file: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (/^[0-9a-f]{64}$/u.test(text)) return text;
  throw new StartRefused(
    `${file} does not hold 64 hexadecimal digits: restore it from your backup of DATA_DIR.`,
  );
}

/** By a link, which is all or nothing: of two processes that start at once, both get the key of the faster. */
function makeKey(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  const key = readKey(file);
  if (key === undefined) throw new Error('it vanished');
  return key;
}
