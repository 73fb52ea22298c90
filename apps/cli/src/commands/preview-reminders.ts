import { PreviewReminders, type ForeseenCommand, type PreviewedStep } from '@entente/application';
import { refusalSentence } from '@entente/narrative';
import type { SetReminderPolicy } from '@entente/reminder';
import { readFileSync } from 'node:fs';

import { CommandFailed } from '../command-failed.js';
import { inLanguage, terminal, terminalLanguage } from '../output.js';
import { table } from '../table.js';
import { asked, type Tools } from '../with-entente.js';

export interface PreviewOptions {
  readonly move?: { readonly deadlineId: string; readonly localDate: string };
  readonly policy?: string;
  readonly recount?: boolean;
  readonly suspend?: boolean;
  readonly resume?: boolean;
  readonly muteUntil?: string;
  readonly space?: string;
  readonly json?: boolean;
}

/** Stands where a reason will: nothing is recorded. */
const LOOKING = '…';

export async function preview(
  { entente, queries }: Tools,
  number: string,
  options: PreviewOptions,
): Promise<void> {
  const who = await asked(entente, options.space);
  const plan = await queries.execute(new PreviewReminders(who, number, commandsOf(options)));
  if (!plan) throw new CommandFailed(`There is no agreement ${number} in space ${who.viewer.space}.`);
  if ('refused' in plan) {
    const { code, facts } = plan.refused;
    throw new CommandFailed(refusalSentence(code, facts, terminalLanguage(process.env)));
  }
  if (options.json) terminal.print(JSON.stringify(plan, null, 2));
  else if (plan.length === 0) terminal.note('No reminders are planned.');
  else terminal.print(asTable(plan));
}

function commandsOf({
  move,
  policy,
  recount,
  suspend,
  resume,
  muteUntil,
}: PreviewOptions): ForeseenCommand[] {
  const reason = LOOKING;
  return [
    ...(policy === undefined ? [] : [policyIn(policy)]),
    ...(resume ? [{ type: 'ResumeDeadlines' as const }] : []),
    ...(recount ? [{ type: 'RecountDeadlines' as const, reason }] : []),
    ...(move ? [{ type: 'MoveDeadline' as const, ...move, reason }] : []),
    ...(suspend ? [{ type: 'SuspendDeadlines' as const, reason }] : []),
    ...(muteUntil === undefined ? [] : [{ type: 'MuteReminders' as const, until: muteUntil, reason }]),
  ];
}

const KINDS: readonly unknown[] = ['stage', 'milestone', 'signed-copy'];

function policyIn(file: string): SetReminderPolicy {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const { kind, policy } = (read ?? {}) as Partial<SetReminderPolicy>;
  if (!KINDS.includes(kind) || typeof policy !== 'object')
    throw new CommandFailed(`${file} holds no { kind, policy }; kind is stage, milestone or signed-copy.`);
  // What else is wrong with it, the rules say.
  return { type: 'SetReminderPolicy', kind, policy } as SetReminderPolicy;
}

function asTable(steps: readonly PreviewedStep[]): string {
  const language = terminalLanguage(process.env);
  const lines = steps.flatMap(({ at, deadlineId, step, change, was, to }) => {
    const line = [at, deadlineId, step, change, was ?? ''];
    if (to.length === 0) return [[...line, '', '']];
    return to.map(({ person, position, positionId, sendAt, heldBack }) => [
      ...line,
      inLanguage(person?.name ?? position, language) || positionId,
      heldBack ?? sendAt ?? '',
    ]);
  });
  return table([['AT', 'DEADLINE', 'STEP', 'CHANGE', 'WAS', 'TO', 'THEIR HOURS'], ...lines]);
}
