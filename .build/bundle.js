import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './aliases.js';

/**
 * Most of what a short command waits for is the loading of some two thousand small modules, one by one. So what swc
 * made, and the packages that come as many ES modules, are put together in a few files.
 */

const out = path.join(root, 'dist/bundle');
const programs = ['api', 'cli', 'worker'];

/**
 * Not class-validator and class-transformer: packages that stay outside ask for them too, and each keeps its rules in
 * one place of its own. Not bullmq: it reads files that lie beside its modules.
 */
const PACKED =
  /^(@nestjs\/(common|core|cqrs|mapped-types|platform-fastify|swagger|throttler)|kysely|rxjs|commander)(\/|$)/;

/** Nest asks for some of its optional parts by name. */
const isInstalled = (/** @type {string} */ id) => existsSync(path.join(root, 'node_modules', packageOf(id)));

const packageOf = (/** @type {string} */ id) =>
  id
    .split('/')
    .slice(0, id.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * A package with a version of its own of what it needs would be given another one, were that looked up from dist.
 *
 * @param {string} id
 * @param {string | undefined} importer
 */
function hasItsOwn(id, importer) {
  const inside = importer?.match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0];
  return inside !== undefined && existsSync(path.join(inside, 'node_modules', packageOf(id)));
}

/**
 * @param {string} id
 * @param {string | undefined} importer
 */
function staysOutside(id, importer) {
  if (/^[./\0]/.test(id) || path.isAbsolute(id)) return false;
  if (id.startsWith('node:')) return true;
  return !((PACKED.test(id) && isInstalled(id)) || hasItsOwn(id, importer));
}

/** @type {import('rolldown').Plugin} */
const asBefore = {
  name: 'as-before',
  /** The sources' lines instead of those swc wrote. */
  load(id) {
    const map = `${id}.map`;
    if (!id.startsWith(path.join(root, 'dist')) || !existsSync(map)) return undefined;
    return { code: readFileSync(id, 'utf8'), map: readFileSync(map, 'utf8') };
  },
  /** Modules find their files beside the module they were, wherever dist is taken. */
  transform(code, id) {
    if (!path.isAbsolute(id) || !/import\.meta\.(url|dirname)\b/.test(code)) return undefined;
    const place = JSON.stringify(path.relative(out, id).replaceAll(path.sep, '/'));
    const url = `new URL(${place}, import.meta.url)`;
    return {
      code: code
        .replaceAll(/import\.meta\.url\b/g, `${url}.href`)
        .replaceAll(
          /import\.meta\.dirname\b/g,
          `process.getBuiltinModule('node:url').fileURLToPath(new URL('.', ${url}))`,
        ),
      map: null,
    };
  },
};

export async function bundle() {
  rmSync(out, { recursive: true, force: true });
  const made = await rolldown({
    input: Object.fromEntries(
      programs.map((name) => [name, path.join(root, 'dist/apps', name, 'src/main.js')]),
    ),
    platform: 'node',
    external: staysOutside,
    plugins: [asBefore],
    logLevel: 'warn',
  });
  await made.write({ dir: out, format: 'esm', sourcemap: true, keepNames: true });
  await made.close();
}
