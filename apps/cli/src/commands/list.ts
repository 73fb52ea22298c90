import { GetBoard, type BoardRow } from '@entente/application';

import { inLanguage, terminal, terminalLanguage } from '../output.js';
import { table } from '../table.js';
import { asked, type Tools } from '../with-entente.js';

export interface ListOptions {
  readonly space?: string;
  readonly stage?: BoardRow['stage'];
  readonly search?: string;
  readonly limit: number;
  readonly json?: boolean;
}

export async function list({ entente, queries }: Tools, options: ListOptions): Promise<void> {
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
