import { CommandFailed } from '../command-failed.js';
import { progressLine } from '../output.js';
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
  for (const name of view === undefined ? names : [view]) {
    const line = progressLine(`Events into ${name}`);
    let projected = 0;
    await entente.consumers.rebuild(name, (done) => line.show((projected = done)));
    line.end(projected);
  }
}
