import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from './aliases.js';
import { parts } from './parts.js';
import { fingerprint } from './sources.js';

const dist = path.join(root, 'dist');
const lock = path.join(dist, '.lock');
const STALE_LOCK_MS = 120_000;

/** @typedef {keyof typeof parts} PartName */

/** @param {PartName} name */
export const stamp = (name) => path.join(dist, `.${name}`);

/**
 * @param {PartName} name
 * @returns {string | undefined} the fingerprint to build, or nothing when what is in dist is that already
 */
function outdated(name) {
  const sources = parts[name].sources();
  if (sources.length === 0) return undefined;
  const wanted = fingerprint(sources);
  const built = existsSync(stamp(name)) ? readFileSync(stamp(name), 'utf8') : undefined;
  return wanted === built ? undefined : wanted;
}

/**
 * Two terminals or two test workers may find the same part outdated at once; half-written modules must not be loaded.
 *
 * @param {() => void | Promise<void>} work
 */
async function alone(work) {
  mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > STALE_LOCK_MS) rmSync(lock, { recursive: true, force: true });
      await setTimeout(50);
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** @param {PartName[]} names */
export async function build(names) {
  for (const name of names) {
    if (outdated(name) === undefined) continue;
    await alone(async () => {
      const wanted = outdated(name);
      if (wanted === undefined) return;
      await parts[name].build();
      writeFileSync(stamp(name), wanted);
    });
  }
}

/** @param {PartName[]} names */
export async function buildOrExit(names) {
  try {
    await build(names);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
