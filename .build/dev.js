import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import { root } from './aliases.js';
import { build } from './build.js';
import { endWithShell } from './end-with-shell.js';
import { requireNode } from './node-version.js';

const DEBOUNCE_MS = 150;

requireNode();
endWithShell();

/** @param {string[]} args */
const run = (args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });

/** @type {import('node:child_process').ChildProcess | undefined} */
let server;

/** A compile error leaves the running server as it is: it is worth more than none. */
async function restart() {
  try {
    await build(['server']);
  } catch {
    return;
  }
  if (server?.exitCode === null && server.signalCode === null) {
    const running = server;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  }
  server = run(['--enable-source-maps', 'dist/bundle/cli.js', 'start', ...process.argv.slice(2)]);
}

await restart();
const web = existsSync(path.join(root, 'apps/web/index.html'))
  ? run(['node_modules/vite/bin/vite.js', 'apps/web'])
  : undefined;

/** @type {NodeJS.Timeout | undefined} */
let timer;
let restarting = Promise.resolve();
for (const folder of ['apps', 'libs']) {
  watch(path.join(root, folder), { recursive: true }, (_event, file) => {
    if (folder === 'apps' && file?.startsWith('web')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      restarting = restarting.then(restart);
    }, DEBOUNCE_MS);
  });
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    web?.kill(signal);
    if (server?.exitCode === null) server.once('exit', () => process.exit()).kill(signal);
    else process.exit();
  });
}
