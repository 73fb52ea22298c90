import { StartRefused } from '@entente/platform';

import { CommandFailed } from './command-failed.js';
import { terminal } from './output.js';
import { commandLine } from './program.js';

try {
  await commandLine().parseAsync();
} catch (error) {
  terminal.note(explain(error));
  process.exitCode = 1;
}

/** People get a sentence; only what nobody foresaw shows where it came from. */
function explain(error: unknown): string {
  if (error instanceof StartRefused || error instanceof CommandFailed) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
