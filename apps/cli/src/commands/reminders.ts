import { ListReminders, type ReminderRow } from '@entente/application';
import type { Command } from 'commander';

import { CommandFailed } from '../command-failed.js';
import { inLanguage, terminal, terminalLanguage } from '../output.js';
import { table } from '../table.js';
import { asked, withEntente, type Tools } from '../with-entente.js';
import { wholeNumber } from './options.js';

interface Options {
  readonly space?: string;
  readonly limit: number;
  readonly json?: boolean;
}

export function addReminders(program: Command): void {
  program
    .command('reminders')
    .description('reminders planned and sent, of all agreements or of one')
    .argument('[number]', 'reference number or id of an agreement')
    .option('--space <space>', 'main or demo; default: main when anything is in it, else demo')
    .option('--limit <n>', 'rows at most, 1 to 100', wholeNumber(1, 100), 50)
    .option('--json', 'print data for programs')
    .action((number: string | undefined, options: Options) =>
      withEntente((tools) => reminders(tools, number, options)),
    );
}

async function reminders(
  { entente, queries }: Tools,
  number: string | undefined,
  options: Options,
): Promise<void> {
  const who = await asked(entente, options.space);
  const page = await queries.execute(new ListReminders(who, number, { limit: options.limit }));
  if (!page) throw new CommandFailed(`There is no agreement ${number ?? ''} in space ${who.viewer.space}.`);
  if (options.json) {
    terminal.print(JSON.stringify(page, null, 2));
    return;
  }
  if (page.items.length === 0) terminal.note('No reminders are planned.');
  else terminal.print(asTable(page.items));
}

function asTable(rows: readonly ReminderRow[]): string {
  const language = terminalLanguage(process.env);
  const lines = rows.map(({ number, at, step, status, title }) => [
    number ?? '-',
    at,
    step,
    status,
    inLanguage(title, language),
  ]);
  return table([['NUMBER', 'AT', 'STEP', 'STATUS', 'TITLE'], ...lines]);
}
