import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import module, { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { transformSync, version as swc } from '@swc/core';

import { aliases, root } from '../../.build/aliases.js';
import { compilerOptions } from '../../.build/swc.js';

/**
 * For child processes of specifications, which jest does not compile: `node --import <this file> program.ts`.
 * They run the sources as they are, never a build that may be older.
 */
const files = aliases();

const options = /** @type {import('@swc/core').Options} */ ({
  ...compilerOptions,
  swcrc: false,
  sourceMaps: 'inline',
});

const cache = path.join(root, 'node_modules/.cache/sources');
mkdirSync(cache, { recursive: true });
module.enableCompileCache(path.join(cache, 'compiled'));
const rules = JSON.stringify([options, swc]);

/**
 * Compiling some six hundred files again is most of what such a process would wait for.
 *
 * @param {string} filename
 */
function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha256').update(`${rules}\0${filename}\0${source}`).digest('hex');
  const file = path.join(cache, `${key}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const { code } = transformSync(source, { ...options, filename });
    // Others may write it at this moment, too.
    const own = `${file}.${process.pid}`;
    writeFileSync(own, code);
    renameSync(own, file);
    return code;
  }
}

registerHooks({
  resolve(specifier, context, next) {
    const file = files[specifier];
    if (file !== undefined) return next(pathToFileURL(path.join(root, file)).href, context);
    const ours = context.parentURL?.endsWith('.ts') && /^\.{1,2}\/.*\.js$/u.test(specifier);
    return next(ours ? specifier.replace(/\.js$/u, '.ts') : specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true };
  },
});
