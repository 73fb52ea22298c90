import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './aliases.js';
import { filesBelow } from './sources.js';
import { swcrc } from './swc.js';

/** @typedef {{ sources: () => string[], build: () => void | Promise<void> }} Part */

const WEB = 'apps/web/';

/**
 * Standard output belongs to the command that is run after a build (`npm run -s entente -- list > file`).
 *
 * @param {string} script
 * @param {string[]} args
 */
function node(script, args) {
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
  if (status !== 0) throw new Error(`${script} failed, see above`);
}

/** A module whose source is gone would go on answering imports. */
function removeOrphans() {
  for (const file of [...filesBelow('dist/apps'), ...filesBelow('dist/libs')]) {
    const source = file.replace(/^dist\//, '').replace(/\.js(\.map)?$/, '.ts');
    if (!file.startsWith(`dist/${WEB}`) && !existsSync(path.join(root, source)))
      rmSync(path.join(root, file));
  }
}

/** @type {Part} */
const server = {
  sources() {
    const code = [...filesBelow('apps'), ...filesBelow('libs')].filter(
      (file) => !file.startsWith(WEB) && !file.endsWith('.spec.ts'),
    );
    // An image may carry dist alone; there is nothing to build then.
    const rules = ['swc', 'parts', 'bundle'].map((name) => `.build/${name}.js`);
    return code.length === 0 ? [] : [...code, 'tsconfig.json', 'package-lock.json', ...rules];
  },
  async build() {
    writeFileSync(path.join(root, '.swcrc'), `${JSON.stringify(swcrc(), null, 2)}\n`);
    const options = ['--quiet', '--copy-files', '--config-file', '.swcrc', '--ignore', `${WEB}**`];
    node('node_modules/@swc/cli/bin/swc.js', ['apps', 'libs', '--out-dir', 'dist', ...options]);
    removeOrphans();
    // Not before it is needed: every command looks at the parts, also where nothing to build with is installed.
    await (await import('./bundle.js')).bundle();
  },
};

/** @type {Part} */
const web = {
  sources: () =>
    existsSync(path.join(root, WEB, 'index.html'))
      ? [...filesBelow('apps/web'), ...filesBelow('libs/core'), 'tsconfig.json', 'package-lock.json'].filter(
          (file) => !file.endsWith('.spec.ts'),
        )
      : [],
  build() {
    node('node_modules/vite/bin/vite.js', ['build', 'apps/web', '--logLevel', 'warn']);
  },
};

export const parts = { server, web };
