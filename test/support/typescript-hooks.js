import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { transformSync } from '@swc/core';

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

registerHooks({
  resolve(specifier, context, next) {
    const file = files[specifier];
    if (file !== undefined) return next(pathToFileURL(path.join(root, file)).href, context);
    const ours = context.parentURL?.endsWith('.ts') && /^\.{1,2}\/.*\.js$/u.test(specifier);
    return next(ours ? specifier.replace(/\.js$/u, '.ts') : specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
