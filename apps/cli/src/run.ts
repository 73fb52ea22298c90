import { StartRefused } from '@entente/platform';

import { CommanderError } from 'commander';

import { CommandFailed } from './command-failed.js';
import { terminal } from './output.js';
import { commandLine } from './program.js';

/** One command, told as `process.argv` tells it; what goes wrong is said, and shows in the exit code. */
export async function runCommandLine(argv: readonly string[]): Promise<void> {
  try {
    await commandLine().parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) terminal.note(explain(error));
    process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
  }
}

/** People get a sentence; only what nobody foresaw shows where it came from. */
function explain(error: unknown): string {
  if (error instanceof StartRefused || error instanceof CommandFailed) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
