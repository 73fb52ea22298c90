import { SETUP } from '@entente/access';
import { SetOrganisationCalendars } from '@entente/application';
import { isUuid } from '@entente/canonical';
import { refusalSentence } from '@entente/narrative';
import { randomUUID } from 'node:crypto';

import { CommandFailed } from '../command-failed.js';
import { terminal, terminalLanguage } from '../output.js';
import type { Tools } from '../with-entente.js';

export interface ChooseOptions {
  readonly space: string;
  readonly country?: string;
  readonly closures?: string;
}

/** What is left out is the coordinating department's, or none. */
export async function chooseCalendars(
  { commands }: Tools,
  organisationId: string,
  { space, ...chosen }: ChooseOptions,
): Promise<void> {
  if (!isUuid(organisationId)) throw new CommandFailed(`${organisationId} is no id of an organisation.`);
  const commandId = randomUUID();
  const header = { commandId, causationId: commandId, correlationId: commandId };
  const body = { type: 'SetOrganisationCalendars', ...chosen } as const;
  const sender = { space, system: SETUP } as const;
  const answer = await commands.execute(new SetOrganisationCalendars(sender, header, organisationId, body));
  if (!answer.accepted) {
    const { code, facts } = answer.refusal;
    throw new CommandFailed(refusalSentence(code, facts, terminalLanguage(process.env)));
  }
  terminal.print(answer.events.length === 0 ? 'It goes by these calendars already.' : 'Recorded.');
}
