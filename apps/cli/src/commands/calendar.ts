import { SETUP } from '@entente/access';
import {
  draftFrom,
  ListCalendars,
  PublishCalendar,
  readCalendar,
  type DaysFrom,
  type DraftGiven,
} from '@entente/application';
import type { CalendarDay } from '@entente/calendar';
import { calendarIn, type CalendarDraft } from '@entente/directory';
import { calendarFaultSentence, refusalSentence } from '@entente/narrative';
import { randomUUID } from 'node:crypto';

import { CommandFailed } from '../command-failed.js';
import { inLanguage, terminal, terminalLanguage } from '../output.js';
import { table } from '../table.js';
import { asked, type Tools } from '../with-entente.js';

interface InSpace {
  readonly space: string;
}

export interface PublishCalendarOptions extends InSpace {
  readonly dryRun?: boolean;
  readonly nameZh?: string;
  readonly nameEn?: string;
  readonly source?: string;
}

export async function listCalendars(
  { entente, queries }: Tools,
  { space, json = false }: InSpace & { readonly json?: boolean },
): Promise<void> {
  const { items } = await queries.execute(new ListCalendars(await asked(entente, space)));
  if (json) {
    terminal.print(JSON.stringify(items, null, 2));
    return;
  }
  const language = terminalLanguage(process.env);
  const lines = items.map(({ id, version, name, publishedFrom, publishedTo, days }) => [
    `${id}@${String(version)}`,
    inLanguage(name, language),
    `${publishedFrom} – ${publishedTo}`,
    String(days),
  ]);
  terminal.print(table([['CALENDAR', 'NAME', 'PUBLISHED', 'DAYS'], ...lines]));
  for (const { id, awaited } of items)
    if (awaited !== null)
      terminal.note(
        `${id}: the days of ${String(awaited)} should be published by now; they are provisional.`,
      );
}

export async function showCalendar(
  { entente }: Tools,
  id: string,
  { space, version, year }: InSpace & { readonly version?: number; readonly year?: number },
): Promise<void> {
  const calendar = calendarIn(await readCalendar(entente.store, space, id), id, version);
  if (!calendar) throw new CommandFailed(`There is no such calendar in ${space}.`);
  const days = calendar.days.filter(({ date }) => year === undefined || date.startsWith(`${String(year)}-`));
  terminal.print(
    `${id}@${String(calendar.version)}, published from ${calendar.publishedFrom} to ${calendar.publishedTo}`,
  );
  terminal.print(table([['DATE', 'KIND', 'NAME'], ...days.map((day) => [day.date, day.kind, nameOf(day)])]));
}

/** Shows what the next version would change, and publishes it unless this is a dry run. Throws CommandFailed. */
export async function publishDrafted(
  { entente, holidays, commands }: Tools,
  id: string,
  from: DaysFrom,
  { space, dryRun = false, ...options }: PublishCalendarOptions,
): Promise<void> {
  const drafted = await draftFrom(entente.facts, holidays, { space, id }, from, givenIn(options));
  const language = terminalLanguage(process.env);
  if ('refused' in drafted) {
    const { code, facts } = drafted.refused;
    throw new CommandFailed(refusalSentence(code, facts, language));
  }
  for (const { line, column, code, facts } of drafted.fileFaults)
    terminal.print(
      `line ${String(line)}${column === null ? '' : `, ${column}`}: ${refusalSentence(code, facts, language)}`,
    );
  const { draft, leftOut } = drafted;
  if (!draft || draft.faults.length > 0) {
    tellFaults(draft);
    throw new CommandFailed('Nothing is published.');
  }
  tellChanges(draft);
  if (leftOut.length > 0)
    terminal.note(`Nobody knows the days of ${leftOut.join(', ')} yet: they stay provisional.`);
  const name = `${id}@${String(draft.calendar.version)}`;
  if (draft.same) {
    terminal.print(`${id} is published like this already.`);
    return;
  }
  if (dryRun) {
    terminal.print(`${name} would be published in ${space}.`);
    return;
  }
  const commandId = randomUUID();
  const header = { commandId, causationId: commandId, correlationId: commandId };
  const { calendar, source } = draft;
  const body = { type: 'PublishCalendar', name: draft.name, source, calendar } as const;
  const answer = await commands.execute(new PublishCalendar({ space, system: SETUP }, header, id, body));
  if (!answer.accepted) {
    const { code, facts } = answer.refusal;
    throw new CommandFailed(refusalSentence(code, facts, language));
  }
  terminal.print(`${name} is published in ${space}.`);
}

function tellFaults(draft: CalendarDraft | undefined): void {
  const language = terminalLanguage(process.env);
  for (const fault of draft?.faults ?? []) {
    const place = fault.line === undefined ? fault.pointer : `line ${String(fault.line)}`;
    terminal.print(`${place}: ${calendarFaultSentence(fault, language)} (${fault.code})`);
  }
}

function tellChanges({ changes }: CalendarDraft): void {
  for (const { date, before, after } of changes) {
    const sign = before === null ? '+' : after === null ? '-' : '~';
    const day = after ?? before;
    if (day) terminal.print(`${sign} ${date}  ${day.kind}  ${nameOf(day)}`);
  }
}

function nameOf({ name }: Pick<CalendarDay, 'name'>): string {
  return inLanguage(name, terminalLanguage(process.env));
}

function givenIn({ nameZh, nameEn, source }: Omit<PublishCalendarOptions, 'space'>): DraftGiven {
  const name = {
    ...(nameZh === undefined ? {} : { zh: nameZh }),
    ...(nameEn === undefined ? {} : { en: nameEn }),
  };
  return {
    ...(Object.keys(name).length > 0 ? { name } : {}),
    ...(source === undefined ? {} : { source }),
  };
}
