import type { RebuildReport, TableDifferences } from '@entente/platform';

import { CommandFailed } from '../command-failed.js';
import { progressLine, terminal } from '../output.js';
import type { Tools } from '../with-entente.js';

export interface RebuildOptions {
  readonly all?: boolean;
  readonly adoptLog?: boolean;
}

/** The one view that is named; undefined: all. A log is adopted by all views or by none. */
export function viewToRebuild(
  view: string | undefined,
  { all = false, adoptLog = false }: RebuildOptions,
): string | undefined {
  if (adoptLog && !all) throw new CommandFailed('--adopt-log makes every view anew: say --all with it.');
  if (all === (view !== undefined)) throw new CommandFailed('Name either one view, or --all.');
  return view;
}

export async function rebuild({ entente }: Tools, view: string | undefined): Promise<void> {
  const { names } = entente.consumers;
  if (view !== undefined && !names.includes(view)) {
    throw new CommandFailed(`There is no view "${view}". There are: ${names.join(', ')}.`);
  }
  const wrong: string[] = [];
  for (const name of view === undefined ? names : [view]) {
    const line = progressLine(`Events into ${name}`);
    const report = await entente.consumers.rebuild(name, (done) => line.show(done));
    line.end(report.events);
    for (const sentence of told(report)) terminal.print(sentence);
    if (report.verdict === 'different') wrong.push(name);
  }
  if (wrong.length > 0) throw new CommandFailed(`Wrong before, and right now: ${wrong.join(', ')}.`);
}

function told(report: RebuildReport): string[] {
  const { view, version, oldVersion, verdict, hash, parked, differences } = report;
  const counts = differences.map(
    ({ table, added, removed, changed }) =>
      `${table} ${String(added)} added, ${String(removed)} removed, ${String(changed)} changed`,
  );
  const leftOut = parked === 0 ? [] : [`${view} leaves out ${String(parked)} (see entente parked list).`];
  return [`${view}: ${verdictOf()}`, ...named(differences), ...leftOut];

  function verdictOf(): string {
    switch (verdict) {
      case 'equal':
        return `the same rows (content ${hash}).`;
      case 'different':
        return `the old rows were wrong: ${counts.join('; ')} (content now ${hash}).`;
      case 'replaced':
        return `version ${String(version)} in place of ${String(oldVersion)}: ${counts.join('; ')} (content ${hash}).`;
      default:
        return verdict satisfies never;
    }
  }
}

function named(differences: readonly TableDifferences[]): string[] {
  return differences.flatMap(({ table, named: rows, added, removed, changed }) => {
    const more = added + removed + changed - rows.length;
    const lines = rows.map(({ key, kind, columns }) =>
      ['  ', table, ...Object.values(key), kind, columns.join(', ')].join(' ').trimEnd(),
    );
    return more > 0 ? [...lines, `  and ${String(more)} more in ${table}`] : lines;
  });
}
