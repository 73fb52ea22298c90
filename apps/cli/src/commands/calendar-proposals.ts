import { SETUP } from '@entente/access';
import {
  ListCountedWithOlder,
  recountAgreements,
  type Recount,
  type RecountLine,
} from '@entente/application';
import { refusalSentence } from '@entente/narrative';
import { randomUUID } from 'node:crypto';

import { CommandFailed } from '../command-failed.js';
import { terminal, terminalLanguage } from '../output.js';
import { asked, type Tools } from '../with-entente.js';

export interface ProposalsOptions {
  readonly space: string;
  /** Why what is due is put on other days; absent: it is only shown. */
  readonly apply?: string;
  readonly limit: number;
}

const PAGE = 500;

/** Stopped at any moment and begun again, it goes on where it was: what has changed is proposed no more. */
export async function proposals(
  { entente, commands, queries }: Tools,
  id: string,
  { space, apply, limit }: ProposalsOptions,
): Promise<void> {
  const [newest] = await entente.facts.newestCalendars(space, [id]);
  if (!newest) throw new CommandFailed(`There is no calendar ${id} in ${space}.`);
  const who = await asked(entente, space);
  const sender = { space, system: SETUP } as const;
  const recount: Recount = { runId: randomUUID(), dryRun: apply === undefined, reason: apply ?? '…' };
  const counts = { deadlines: 0, letters: 0, stay: 0, looked: 0 };
  for (let after: string | null | undefined; after !== null;) {
    const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const older = await queries.execute(new ListCountedWithOlder(who, id, newest.version, page));
    const lines =
      (await recountAgreements(
        entente.facts,
        (message) => commands.execute(message),
        sender,
        older.items,
        recount,
      )) ?? [];
    for (const line of lines) {
      if (counts.letters + counts.stay < limit) tell(line);
      if (line.refusal) counts.stay += 1;
      else counts.letters += 1;
      counts.deadlines += line.refusal ? 0 : line.deadlines.length;
    }
    counts.looked += older.items.length;
    if (older.total > PAGE)
      terminal.note(`${counts.looked.toLocaleString('en')} of ${older.total.toLocaleString('en')} looked at`);
    after = older.next;
  }
  const verb = apply === undefined ? 'would change' : 'changed';
  terminal.print(
    `${String(counts.deadlines)} deadlines of ${String(counts.letters)} agreements ${verb} with ${id}@${String(newest.version)}; ${String(counts.stay)} agreements stay as they are.`,
  );
}

function tell({ agreementId, number, deadlines, refusal }: RecountLine): void {
  const name = number ?? agreementId;
  for (const { deadlineId, from, to, calendar, newCalendar } of deadlines)
    terminal.print(`${name}  ${deadlineId}  ${from} → ${to}  (${calendar} → ${newCalendar})`);
  if (refusal)
    terminal.print(
      `${name}  stays: ${refusalSentence(refusal.code, refusal.facts, terminalLanguage(process.env))}`,
    );
}
