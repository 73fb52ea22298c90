import { SETUP } from '@entente/access';
import { SetReminderPreferences } from '@entente/application';
import { isUuid } from '@entente/canonical';
import { refusalSentence } from '@entente/narrative';
import { randomUUID } from 'node:crypto';

import { CommandFailed } from '../command-failed.js';
import { terminal, terminalLanguage } from '../output.js';
import type { Tools } from '../with-entente.js';

export interface PreferOptions {
  readonly hours?: string;
  readonly days?: string;
  readonly digest?: string;
  readonly muteUntil?: string;
  readonly reason?: string;
  readonly space: string;
}

/** What is left out stays as it is. */
export async function prefer({ commands }: Tools, personId: string, options: PreferOptions): Promise<void> {
  if (!isUuid(personId)) throw new CommandFailed(`${personId} is no id of a person.`);
  const { hours, days, digest, muteUntil, reason, space } = options;
  const [from = '', to = ''] = hours?.split('-') ?? [];
  const body = {
    type: 'SetReminderPreferences',
    ...(hours === undefined ? {} : { window: { from, to } }),
    ...(days === undefined ? {} : { workingDaysOnly: oneOf('--days', days, 'working', 'all') }),
    ...(digest === undefined ? {} : { digest: oneOf('--digest', digest, 'on', 'off') }),
    ...(muteUntil === undefined ? {} : { mutedUntil: muteUntil === 'none' ? null : muteUntil }),
    ...(reason === undefined ? {} : { muteReason: reason }),
  } as const;
  const commandId = randomUUID();
  const header = { commandId, causationId: commandId, correlationId: commandId };
  const answer = await commands.execute(
    new SetReminderPreferences({ space, system: SETUP }, header, personId, body),
  );
  if (!answer.accepted) {
    const { code, facts } = answer.refusal;
    throw new CommandFailed(refusalSentence(code, facts, terminalLanguage(process.env)));
  }
  terminal.print(answer.events.length === 0 ? 'They are reminded like that already.' : 'Recorded.');
}

function oneOf(option: string, said: string, yes: string, no: string): boolean {
  if (said !== yes && said !== no) throw new CommandFailed(`${option} is ${yes} or ${no}.`);
  return said === yes;
}
