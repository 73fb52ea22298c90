import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './aliases.js';
import { build, buildOrExit, stamp } from './build.js';
import { nodeIsRecent, requireNode } from './node-version.js';
import { linkPackagedNode } from './packaged-node.js';

const packagedNode = linkPackagedNode();
if (!nodeIsRecent && packagedNode !== undefined) {
  process.exit(spawnSync(packagedNode, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1);
}
requireNode();

if (process.argv.includes('--force')) {
  rmSync(stamp('server'), { force: true });
  rmSync(stamp('web'), { force: true });
}

if (process.env['npm_lifecycle_event'] !== 'prepare') {
  await buildOrExit(['server', 'web']);
} else if (existsSync(path.join(root, 'node_modules/@swc/cli'))) {
  // Ahead of time, so that the first start is quick; an installation must not fail because of the sources.
  await build(['server', 'web']).catch((/** @type {unknown} */ error) => {
    console.error(`${error instanceof Error ? error.message : String(error)}; the next start builds again`);
  });
}
