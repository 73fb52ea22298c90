import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './aliases.js';
import { buildOrExit, stamp } from './build.js';
import { requireNode } from './node-version.js';

requireNode();

if (process.argv.includes('--force')) {
  rmSync(stamp('server'), { force: true });
  rmSync(stamp('web'), { force: true });
}

// npm runs "prepare" after `npm ci --omit=dev` too; such an installation brings its dist along.
const compilersInstalled = existsSync(path.join(root, 'node_modules/@swc/cli'));
if (compilersInstalled || process.env['npm_lifecycle_event'] !== 'prepare')
  await buildOrExit(['server', 'web']);
