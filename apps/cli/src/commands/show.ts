import {
  GetAgreement,
  GetHistory,
  ReplayAgreement,
  type AgreementReplay,
  type HistoryLine,
  type Moment,
} from '@entente/application';
import type { ProposedAgreement } from '@entente/agreement';

import { CommandFailed } from '../command-failed.js';
import { inLanguage, terminal, terminalLanguage } from '../output.js';
import { StageTitles } from '../stage-titles.js';
import { asked, type Tools } from '../with-entente.js';

export interface ShowOptions {
  readonly space?: string;
  readonly json?: boolean;
}

export interface ReplayOptions extends ShowOptions {
  readonly atRevision?: number;
  readonly at?: string;
}

export async function show({ entente, queries }: Tools, number: string, options: ShowOptions): Promise<void> {
  const who = await asked(entente, options.space);
  const detail = await queries.execute(new GetAgreement(who, number));
  const history = await queries.execute(new GetHistory(who, number, { limit: 100 }));
  if (!detail || !history)
    throw new CommandFailed(`There is no agreement ${number} in space ${who.viewer.space}.`);
  if (options.json) {
    terminal.print(JSON.stringify({ ...detail, history: history.items }, null, 2));
    return;
  }
  terminal.print(describe(detail.agreement, detail.revision, await StageTitles.of(queries, who)));
  terminal.print('\nHistory, newest first');
  for (const line of history.items) terminal.print(historyLine(line));
  if (history.nextCursor !== null) terminal.note(`${String(history.total)} lines; the oldest are not shown.`);
}

export async function replay(
  { entente, queries }: Tools,
  number: string,
  options: ReplayOptions,
): Promise<void> {
  const who = await asked(entente, options.space);
  const past = await queries.execute(new ReplayAgreement(who, number, momentOf(options)));
  if (past === undefined)
    throw new CommandFailed(`There is no agreement ${number} in space ${who.viewer.space}.`);
  if (past === 'before-its-beginning')
    throw new CommandFailed(`${number} had not been proposed yet at that moment.`);
  if (options.json) {
    terminal.print(JSON.stringify(past, null, 2));
    return;
  }
  terminal.print(describe(past.agreement, past.revision, await StageTitles.of(queries, who)));
  terminal.print(origin(past));
}

function momentOf({ atRevision, at }: ReplayOptions): Moment {
  if (atRevision !== undefined && at === undefined) return { revision: atRevision };
  if (at !== undefined && atRevision === undefined) return { at };
  throw new CommandFailed('Name one moment: either --at-revision or --at.');
}

function origin(past: AgreementReplay): string {
  const language = terminalLanguage(process.env);
  return [
    `\nThis is revision ${String(past.revision)} of ${String(past.lastRevision)}, recorded at ${past.recordedAt}:`,
    `  ${inLanguage(past.sentence, language)}`,
    `Folded under ${past.definition}; state hash ${past.stateHash}`,
  ].join('\n');
}

function describe(
  agreement: Omit<ProposedAgreement, 'entries'>,
  revision: number,
  stages: StageTitles,
): string {
  const language = terminalLanguage(process.env);
  const parties = agreement.parties.map(({ name, role, signatures, signed, approvedHash }) => {
    const approved = approvedHash !== undefined && approvedHash === agreement.textHash;
    const stand = signed
      ? `signed ${signatures.at(-1)?.signedOn ?? ''}`
      : approved
        ? 'approved the text'
        : 'not signed';
    return `  ${inLanguage(name, language)} (${role}): ${stand}`;
  });
  const milestones = agreement.milestones.map(
    ({ title, dueOn, completedOn, cancelled }) =>
      `  ${inLanguage(title, language)}: due ${dueOn}${completedOn === undefined ? '' : `, completed ${completedOn}`}${cancelled ? ', cancelled' : ''}`,
  );
  const deadlines = agreement.deadlines.map(
    ({ kind, subject, localDate, status, provisional }) =>
      `  ${kind === 'stage' ? stages.title(agreement.kind, subject) : subject}: ${localDate} (${status}${provisional ? ', provisional' : ''})`,
  );
  return [
    `${agreement.number ?? 'not numbered yet'}  ${inLanguage(agreement.title, language)}`,
    `Stage     ${inLanguage(agreement.stageTitle, language)}, since ${agreement.stageSince}`,
    `Revision  ${String(revision)}`,
    `Text      ${agreement.textHash ?? 'none'}`,
    ...section('Parties', parties),
    ...section('Milestones', milestones),
    ...section('Deadlines', deadlines),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function historyLine({ revision, recordedAt, title, retracted }: HistoryLine): string {
  const language = terminalLanguage(process.env);
  const taken = retracted ? `  [retracted ${retracted.at}: ${retracted.reason ?? 'erased'}]` : '';
  return `${String(revision).padStart(4)}  ${recordedAt}  ${inLanguage(title, language)}${taken}`;
}
