import type { Command } from 'commander';

import { CommandFailed } from '../command-failed.js';
import { progressLine } from '../output.js';
import { withEntente, type Tools } from '../with-entente.js';

export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('make a view anew from the log; people go on reading the old rows until the new ones stand')
    .argument('<view>', 'e.g. agreement-board; a wrong name lists them all')
    .action((view: string) => withEntente((tools) => rebuild(tools, view)));
}

async function rebuild({ entente }: Tools, view: string): Promise<void> {
  const names = entente.consumers.names;
  if (!names.includes(view)) {
    throw new CommandFailed(`There is no view "${view}". There are: ${names.join(', ')}.`);
  }
  const line = progressLine(`Events into ${view}`);
  let projected = 0;
  await entente.consumers.rebuild(view, (done) => line.show((projected = done)));
  line.end(projected);
}
