import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import type { Bench, Table } from './bench.js';
import { keepTable } from './results.js';
import { bench as append } from './p01-append.js';
import { bench as decay } from './p01-decay.js';
import { bench as command } from './p04-http-command.js';
import { bench as fold } from './p05-load-and-fold.js';
import { bench as plan } from './p08-plan.js';
import { bench as lateness } from './p09-lateness.js';
import { bench as start } from './p11-start.js';
import { bench as rebuild } from './p06-rebuild.js';
import { bench as visible } from './p07-visible.js';
import { bench as slowDisk } from './p12-slow-disk.js';
import { bench as page } from './p13-page.js';
import { bench as kurrent } from './p14-kurrentdb.js';
import { bench as search } from './p15-search.js';
import { bench as board } from './p16-board.js';
import { bench as views } from './views-cost.js';

const benches: readonly Bench[] = [
  append,
  decay,
  command,
  fold,
  start,
  rebuild,
  visible,
  plan,
  lateness,
  slowDisk,
  page,
  kurrent,
  search,
  board,
  views,
];

const folder = import.meta.dirname;
const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, save: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const { quick } = values;
const known = benches.flatMap(({ ids }) => ids);
const unknown = positionals.filter((id) => !known.includes(id));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(2);
}
if (!existsSync(path.join(folder, 'node_modules'))) {
  console.error('Installing what we are measured against …');
  execFileSync('npm', ['ci', '--prefix', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
}

// Each bench starts the servers it measures; one that is named for the tests must not slip under them.
for (const name of ['EVENT_STORE_URL', 'DATABASE_URL', 'REDIS_URL'])
  Reflect.deleteProperty(process.env, name);

const chosen = benches.filter(
  ({ ids }) => positionals.length === 0 || ids.some((id) => positionals.includes(id)),
);
const machine =
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}; ` +
  `medians of three interleaved rounds${quick ? ' (quick form: short ones, and one where each needs a process)' : ''}; ratios hold for this run alone.`;
console.log(machine);
const failed: string[] = [];
const began = performance.now();
for (const [index, bench] of chosen.entries()) {
  const load = loadavg()[0] ?? 0;
  const begun = performance.now();
  console.error(`${index + 1} of ${chosen.length}: ${bench.title}`);
  const text = markdown(bench, await tableOf(bench), load);
  console.error(`… took ${secondsSince(begun)}`);
  console.log(text);
  // After each, so that a run that is stopped leaves what it found.
  if (values.save) keepTable(machine, text);
}
console.error(`All of it took ${secondsSince(began)}.`);
process.exit(failed.length > 0 ? 1 : 0);

async function tableOf(bench: Bench): Promise<Table> {
  const say = (line: string): void => {
    console.error(`… ${line}`);
  };
  try {
    return await bench.run({ quick, rounds: quick ? 1 : 3, say });
  } catch (error) {
    failed.push(bench.title);
    console.error(error);
    return {
      columns: ['what'],
      rows: [['failed']],
      notes: [Error.isError(error) ? error.message : String(error)],
    };
  }
}

function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1_000).toFixed(1)} s`;
}

function markdown({ ids, title }: Bench, { columns, rows, notes = [] }: Table, load: number): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    `\n## ${ids.join(', ')} — ${title}\n`,
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
    ...[...notes, `Load before it began: ${load.toFixed(1)}.`].map((note) => `- ${note}`),
    '',
  ].join('\n');
}
