import { VOIDED } from '@entente/agreement';
import { GetBoard, ListDefinitions, type Asked, type BoardRow } from '@entente/application';
import type { QueryBus } from '@nestjs/cqrs';

import { CommandFailed } from '../command-failed.js';
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

/** A stage that no definition of the space has was misspelt. */
async function refuseUnknown(stage: string, queries: QueryBus, who: Asked): Promise<void> {
  const { items } = await queries.execute(new ListDefinitions(who));
  const named = items.flatMap(({ stages }) => stages.map(({ name }) => name));
  const known = [...new Set([...named, VOIDED.name])];
  if (!known.includes(stage))
    throw new CommandFailed(`There is no stage ${stage}; it is one of ${known.join(', ')}.`);
}

export async function list({ entente, queries }: Tools, options: ListOptions): Promise<void> {
  const { space, stage, search, limit } = options;
  const who = await asked(entente, space);
  if (stage !== undefined) await refuseUnknown(stage, queries, who);
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
