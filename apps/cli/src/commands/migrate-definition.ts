import { SETUP } from '@entente/access';
import {
  countsOf,
  ListAgreementsUnder,
  ListDefinitions,
  migrateAgreements,
  type Asked,
  type Migration,
  type MigrationCount,
  type MigrationLine,
} from '@entente/application';
import { refusalSentence } from '@entente/narrative';
import { randomUUID } from 'node:crypto';

import { CommandFailed } from '../command-failed.js';
import { terminal, terminalLanguage } from '../output.js';
import { table } from '../table.js';
import { asked, type Tools } from '../with-entente.js';

export interface MigrateOptions {
  readonly to: string;
  readonly map: Readonly<Record<string, string>>;
  readonly dryRun?: boolean;
  readonly space: string;
  readonly limit: number;
}

const PAGE = 1_000;

/** Stopped at any moment and begun again, it goes on where it was: what has moved is not under the old one any more. */
export async function migrateDefinition(
  tools: Tools,
  name: string,
  { to, map, dryRun = false, space, limit }: MigrateOptions,
): Promise<void> {
  const who = await asked(tools.entente, space);
  const { items } = await tools.queries.execute(new ListDefinitions(who));
  const known = items.map((one) => `${one.name}@${String(one.version)}`);
  const target = to.includes('@') ? to : `${name.replace(/@.*/u, '')}@${to}`;
  if (!known.includes(target)) throw new CommandFailed(unknown(target, known));
  const sources = known.filter((one) => one !== target && (one === name || one.startsWith(`${name}@`)));
  if (sources.length === 0) throw new CommandFailed(unknown(name, known));
  const migration = { to: target, stages: map, dryRun, runId: randomUUID() };
  for (const from of sources) {
    const counts = await runOver(tools, who, from, migration, limit);
    if (counts.length === 0) terminal.print(`No agreements in flight under ${from}.`);
    else terminal.print(`${from} → ${target}\n${countTable(counts)}`);
  }
  if (dryRun) terminal.note('Nothing was recorded.');
}

function unknown(definition: string, known: readonly string[]): string {
  return `There is no definition ${definition} in this space; there are ${known.join(', ')}.`;
}

/** Page by page; the first lines of those that stay are printed, all are counted. */
async function runOver(
  { entente, commands, queries }: Tools,
  who: Asked,
  from: string,
  migration: Migration,
  limit: number,
): Promise<readonly MigrationCount[]> {
  const sender = { space: who.viewer.space, system: SETUP } as const;
  const sums = new Map<string, MigrationCount>();
  let done = 0;
  let printed = 0;
  let total: number | undefined;
  for (let after: string | null | undefined; after !== null;) {
    const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const under = await queries.execute(new ListAgreementsUnder(who, from, page));
    const lines =
      (await migrateAgreements(
        entente.facts,
        (message) => commands.execute(message),
        sender,
        under.items,
        migration,
      )) ?? [];
    for (const line of lines.filter(({ outcome }) => migration.dryRun || outcome === 'stays')) {
      if (printed < limit) terminal.print(lineText(line));
      printed += 1;
    }
    for (const count of countsOf(lines)) add(sums, count);
    total ??= under.total;
    done += lines.length;
    if (total > PAGE) terminal.note(`${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
    after = under.next;
  }
  if (printed > limit) terminal.note(`${String(printed - limit)} more lines; --limit shows more.`);
  return [...sums.values()];
}

function add(sums: Map<string, MigrationCount>, count: MigrationCount): void {
  const { stage, toStage, outcome, code } = count;
  const key = [outcome, stage, toStage, code].join(' ');
  sums.set(key, { ...count, agreements: count.agreements + (sums.get(key)?.agreements ?? 0) });
}

function lineText({ agreementId, number, stage, toStage, outcome, refusal }: MigrationLine): string {
  const name = number ?? agreementId;
  if (!refusal) return `${name}  ${outcome}  ${stage} → ${toStage ?? stage}`;
  const why = refusalSentence(refusal.code, refusal.facts, terminalLanguage(process.env));
  return `${name}  ${outcome}  ${stage}  ${refusal.code}: ${why}`;
}

function countTable(counts: readonly MigrationCount[]): string {
  const lines = counts.map(({ stage, toStage, outcome, code, agreements }) => [
    agreements.toLocaleString('en'),
    outcome,
    stage,
    toStage ?? code ?? '',
  ]);
  return table([['AGREEMENTS', 'OUTCOME', 'STAGE', 'GOES ON AT, OR WHY NOT'], ...lines]);
}
