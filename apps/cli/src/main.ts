import 'reflect-metadata';

import { ConfigurationError, StartRefused } from '@entente/platform';
import { Command } from 'commander';

import { CommandFailed } from './command-failed.js';
import { addDemo } from './commands/demo.js';
import { addList } from './commands/list.js';
import { addMigrate } from './commands/migrate.js';
import { addRebuild } from './commands/rebuild.js';
import { addReminders } from './commands/reminders.js';
import { addReplay, addShow } from './commands/show.js';
import { addStart } from './commands/start.js';
import { terminal } from './output.js';

const program = new Command('entente')
  .description('Entente: agreements from draft to conclusion, every step an event')
  .showHelpAfterError('(--help shows what there is)');

for (const add of [addStart, addDemo, addMigrate, addList, addShow, addReplay, addRebuild, addReminders])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  terminal.note(explain(error));
  process.exitCode = 1;
}

/** People get a sentence; only what nobody foresaw shows where it came from. */
function explain(error: unknown): string {
  if (
    error instanceof ConfigurationError ||
    error instanceof StartRefused ||
    error instanceof CommandFailed
  ) {
    return error.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
