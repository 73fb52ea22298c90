import { GetBoard, type BoardRow } from '@entente/application';

import { CommandFailed } from '../command-failed.js';
import { inLanguage, terminal, terminalLanguage } from '../output.js';
import { StageTitles } from '../stage-titles.js';
import { table } from '../table.js';
import { asked, type Tools } from '../with-entente.js';

export interface ListOptions {
  readonly space?: string;
  readonly stage?: BoardRow['stage'];
  readonly search?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** A stage that no definition of the space has was misspelt. */
function refuseUnknown(stage: string, { names }: StageTitles): void {
  if (!names.includes(stage))
    throw new CommandFailed(`There is no stage ${stage}; it is one of ${names.join(', ')}.`);
}

export async function list({ entente, queries }: Tools, options: ListOptions): Promise<void> {
  const { space, stage, search, limit } = options;
  const who = await asked(entente, space);
  const stages = await StageTitles.of(queries, who);
  if (stage !== undefined) refuseUnknown(stage, stages);
  const board = await queries.execute(
    new GetBoard(who, {
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
  else terminal.print(asTable(board.items, stages));
  if (board.total > board.items.length) {
    terminal.note(`${String(board.items.length)} of ${String(board.total)} agreements; --limit shows more.`);
  }
}

function asTable(rows: readonly BoardRow[], stages: StageTitles): string {
  const language = terminalLanguage(process.env);
  const lines = rows.map(({ kind, number, stage, stageSince, nextDeadline, title }) => [
    number ?? '-',
    stages.title(kind, stage),
    stageSince.slice(0, 10),
    nextDeadline ? `${nextDeadline.localDate}${nextDeadline.late ? ' late' : ''}` : '-',
    inLanguage(title, language),
  ]);
  return table([['NUMBER', 'STAGE', 'SINCE', 'DUE', 'TITLE'], ...lines]);
}
