import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './aliases.js';
import { buildOrExit } from './build.js';
import { requireNode } from './node-version.js';

/** The web page's types of the API: from the controllers to the document, from the document to TypeScript. */

const document = path.join(root, 'apps/web/openapi.json');
const types = path.join(root, 'apps/web/src/api/schema.ts');

/**
 * @param {string} script
 * @param {string[]} args
 */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

requireNode();
await buildOrExit(['server']);
run('dist/apps/api/src/write-openapi.js', document);
run('node_modules/openapi-typescript/bin/cli.js', document, '--output', types);
