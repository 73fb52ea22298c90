import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { configurationVariables } from '@entente/platform';

const root = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** A row as the README has it. */
function rowOf(variable: {
  readonly name: string;
  readonly default?: string;
  readonly description: string;
}): string {
  const value = variable.default === undefined ? '' : `\`${variable.default}\``;
  return `| \`${variable.name}\` | ${value} | ${variable.description} |`.replaceAll('  ', ' ');
}

describe('README', () => {
  test('tells every configuration variable as the program knows it, and no other', () => {
    const rows = readme.split('\n').filter((line) => /^\| `[A-Z0-9_]+` +\|/u.test(line));
    const squeezed = rows.map((row) => row.replaceAll(/ {2,}/gu, ' '));
    expect(squeezed).toEqual(configurationVariables.map(rowOf));
  });

  test('points at files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/gu)].flatMap(([, target]) => target ?? []);
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((target) => !existsSync(path.join(root, target)))).toEqual([]);
  });
});
