import { refuse, type Refused } from '@entente/event-sourcing';

import type { AgreementCommandType } from '../commands.js';
import type { Situation } from '../context.js';
import type { ProposedAgreement } from '../state.js';
import { commandsOpenIn, stagesOpenFor } from './definitions.js';

/** The stage it stands in does not take the command. */
export function stageFault(
  { stage }: ProposedAgreement,
  command: AgreementCommandType,
  { definition }: Situation,
): Refused<'wrong-stage'> | undefined {
  return commandsOpenIn(definition, stage).includes(command)
    ? undefined
    : refuse('wrong-stage', { facts: { stage, open: stagesOpenFor(definition, command) } });
}
