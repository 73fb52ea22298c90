import { CommandFailed } from '../command-failed.js';
import { progressLine } from '../output.js';
import type { Tools } from '../with-entente.js';

export async function rebuild({ entente }: Tools, view: string): Promise<void> {
  const names = entente.consumers.names;
  if (!names.includes(view)) {
    throw new CommandFailed(`There is no view "${view}". There are: ${names.join(', ')}.`);
  }
  const line = progressLine(`Events into ${view}`);
  let projected = 0;
  await entente.consumers.rebuild(view, (done) => line.show((projected = done)));
  line.end(projected);
}
