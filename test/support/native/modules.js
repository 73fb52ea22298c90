import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { aliases, root } from '../../../.build/aliases.js';

/** Under which `@jest/globals` finds what the file that runs was given. */
export const GIVEN = 'entente.jest-globals';

const GLOBALS_URL = 'entente-test:globals';
const GLOBALS_SOURCE = [
  'afterAll',
  'afterEach',
  'beforeAll',
  'beforeEach',
  'describe',
  'expect',
  'it',
  'jest',
  'test',
]
  .map((name) => `export const ${name} = globalThis[Symbol.for('${GIVEN}')].${name};`)
  .join('\n');

const files = aliases();
const tests = pathToFileURL(`${path.join(root, 'test')}${path.sep}`).href;

/** @type {(file: string, url: string) => string} */
let compile = () => {
  throw new Error('no specification runs');
};
let run = 0;

/**
 * From now on another specification is loaded: what stands in `test` anew, all other modules as they are.
 *
 * @param {(file: string, url: string) => string} compiler from a TypeScript file to its JavaScript; stacks name it by its URL
 */
export function beginFile(compiler) {
  compile = compiler;
  run += 1;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals')
      return { url: `${GLOBALS_URL}?${run}`, format: 'module', shortCircuit: true };
    const alias = files[specifier];
    if (alias !== undefined) return next(pathToFileURL(path.join(root, alias)).href, context);
    const resolved = next(sourceOf(specifier, context.parentURL), context);
    return isOfTheFile(resolved.url) ? { ...resolved, url: `${resolved.url}?${run}` } : resolved;
  },
  load(url, context, next) {
    if (url.startsWith(GLOBALS_URL)) return { format: 'module', source: GLOBALS_SOURCE, shortCircuit: true };
    if (!isTypeScript(url)) return next(url, context);
    return { format: 'module', source: compile(fileURLToPath(url), url), shortCircuit: true };
  },
});

/**
 * Our modules name each other as what they will be once built.
 *
 * @param {string} specifier
 * @param {string | undefined} importer
 */
function sourceOf(specifier, importer) {
  if (importer === undefined || !isTypeScript(importer) || !/^\.{1,2}\/.*\.js$/u.test(specifier))
    return specifier;
  const source = new URL(specifier.replace(/\.js$/u, '.ts'), importer);
  return existsSync(source) ? source.href : specifier;
}

/** @param {string} url */
function isTypeScript(url) {
  return url.startsWith('file:') && /\.ts(\?\d+)?$/u.test(url);
}

/**
 * Tests, hooks and patience are declared while these load: loaded for an earlier file, they would be declared to that one.
 *
 * @param {string} url
 */
function isOfTheFile(url) {
  return url.endsWith('.spec.ts') || (url.startsWith(tests) && url.endsWith('.ts'));
}
