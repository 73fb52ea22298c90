import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * tsconfig.json is the one list of the `@entente/…` aliases, because editors and tsc read nothing else;
 * SWC, jest and Vite get theirs from here. It must stay plain JSON (no comments) for that.
 *
 * @returns {Record<string, string>} alias → file, relative to the root
 */
export function aliases() {
  /** @type {unknown} */
  const json = JSON.parse(readFileSync(path.join(root, 'tsconfig.json'), 'utf8'));
  const { compilerOptions } = /** @type {{ compilerOptions: { paths: Record<string, [string]> } }} */ (json);
  return Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([alias, [file]]) => [alias, file.replace(/^\.\//, '')]),
  );
}
