import { GetBoard, type BoardRow } from '@entente/application';
import type { Command } from 'commander';

import { inLanguage, terminal, terminalLanguage } from '../output.js';
import { table } from '../table.js';
import { asked, withEntente, type Tools } from '../with-entente.js';
import { stageName, wholeNumber } from './options.js';

interface Options {
  readonly space?: string;
  readonly stage?: BoardRow['stage'];
  readonly search?: string;
  readonly limit: number;
  readonly json?: boolean;
}

export function addList(program: Command): void {
  program
    .command('list')
    .description('agreements with their stage and next deadline')
    .option('--space <space>', 'main or demo; default: main when anything is in it, else demo')
    .option('--stage <stage>', 'only this stage', stageName)
    .option('--search <text>', 'in number, title, field and names of parties, zh or en')
    .option('--limit <n>', 'rows at most, 1 to 100', wholeNumber(1, 100), 50)
    .option('--json', 'print data for programs')
    .action((options: Options) => withEntente((tools) => list(tools, options)));
}

async function list({ entente, queries }: Tools, options: Options): Promise<void> {
  const { space, stage, search, limit } = options;
  const board = await queries.execute(
    new GetBoard(await asked(entente, space), {
      limit,
      ...(stage === undefined ? {} : { stages: [stage] }),
      ...(search === undefined ? {} : { search }),
    }),
  );
  if (options.json) {
    terminal.print(JSON.stringify(board, null, 2));
    return;
  }
  if (board.items.length === 0) terminal.note('No agreements match.');
  else terminal.print(asTable(board.items));
  if (board.total > board.items.length) {
    terminal.note(`${String(board.items.length)} of ${String(board.total)} agreements; --limit shows more.`);
  }
}

function asTable(rows: readonly BoardRow[]): string {
  const language = terminalLanguage(process.env);
  const lines = rows.map(({ number, stage, stageSince, nextDeadline, title }) => [
    number ?? '-',
    stage,
    stageSince.slice(0, 10),
    nextDeadline ? `${nextDeadline.localDate}${nextDeadline.late ? ' late' : ''}` : '-',
    inLanguage(title, language),
  ]);
  return table([['NUMBER', 'STAGE', 'SINCE', 'DUE', 'TITLE'], ...lines]);
}
