import { SETUP } from '@entente/access';
import { checkPublication, PublishDefinition } from '@entente/application';
import { refusalSentence } from '@entente/narrative';
import { randomUUID } from 'node:crypto';

import { CommandFailed } from '../command-failed.js';
import { terminal, terminalLanguage } from '../output.js';
import type { Tools } from '../with-entente.js';
import { faultLine, jsonIn } from './definition.js';

export interface PublishOptions {
  readonly space: string;
  readonly dryRun?: boolean;
}

/** The same file published again changes nothing. */
export async function publishDefinition(
  { entente, commands }: Tools,
  file: string,
  { space, dryRun = false }: PublishOptions,
): Promise<void> {
  const json = await jsonIn(file);
  if (typeof json !== 'object' || json === null) throw new CommandFailed(`${file} holds no definition.`);
  const sender = { space, system: SETUP } as const;
  const report = await checkPublication(entente.facts, sender, json);
  const language = terminalLanguage(process.env);
  for (const fault of report?.faults ?? []) terminal.print(faultLine(fault, language));
  if (!report?.definition) throw new CommandFailed(`${file} is not published.`);
  const { definition, refusal } = report;
  if (refusal) throw new CommandFailed(refusalSentence(refusal.code, refusal.facts, language));
  if (report.isPublished) {
    terminal.print(`${definition} is published already.`);
    return;
  }
  if (dryRun) {
    terminal.print(`${definition} would be published in ${space}.`);
    return;
  }
  const commandId = randomUUID();
  const header = { commandId, causationId: commandId, correlationId: commandId };
  const [name = ''] = definition.split('@');
  const body = { type: 'PublishDefinition', definition: json } as const;
  const answer = await commands.execute(new PublishDefinition(sender, header, name, body));
  if (!answer.accepted) {
    const { code, facts } = answer.refusal;
    throw new CommandFailed(refusalSentence(code, facts, language));
  }
  terminal.print(`${definition} is published in ${space}.`);
}
