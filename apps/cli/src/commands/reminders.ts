import { ListReminders, type ReminderRow } from '@entente/application';
import { CommandFailed } from '../command-failed.js';
import { inLanguage, terminal, terminalLanguage } from '../output.js';
import { table } from '../table.js';
import { asked, type Tools } from '../with-entente.js';

export interface RemindersOptions {
  readonly space?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** What is to come stands first, the next one on top; `onlyNext`: nothing else. */
export async function reminders(
  { entente, queries }: Tools,
  number: string | undefined,
  options: RemindersOptions,
  onlyNext = false,
): Promise<void> {
  const who = await asked(entente, options.space);
  const found = await queries.execute(new ListReminders(who, number, { limit: options.limit }));
  if (!found) throw new CommandFailed(`There is no agreement ${number ?? ''} in space ${who.viewer.space}.`);
  const items = onlyNext ? found.items.filter(({ status }) => status === 'planned') : found.items;
  const page = { ...found, items };
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
