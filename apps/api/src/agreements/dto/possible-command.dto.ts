import type { PossibleCommand } from '@entente/access';
import type { AgreementCommandType, ConditionName } from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { AnInstant, AText, TextList } from '../../fields/answer-fields.js';

@ApiSchema({ name: 'PossibleCommand' })
export class PossibleCommandDto implements PossibleCommand {
  @AText({ description: "the command's name, e.g. RecordSignature" })
  readonly command!: AgreementCommandType;

  @AText({ optional: true, description: 'the party it would be done for' })
  readonly partyId?: string;

  @AText({ optional: true })
  readonly milestoneId?: string;

  @AText({ optional: true, description: 'the entry it would take back' })
  readonly commandId?: string;

  @AnInstant({ optional: true, description: 'the last instant for it' })
  readonly until?: string;

  @TextList({
    optional: true,
    description: 'conditions that must hold first; absent when nothing stands against it',
  })
  readonly blockedBy?: readonly ConditionName[];
}
