import type { PossibleCommand } from '@entente/access';
import type { AgreementCommandType, ConditionName, CorrectableField } from '@entente/agreement';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';

import { CORRECTABLE_FIELDS } from '../../fields/words.js';
import { AFlag, AnInstant, AText, TextList } from '../../fields/answer-fields.js';

@ApiSchema({ name: 'PossibleCommand' })
export class PossibleCommandDto implements PossibleCommand {
  @AText({ description: "the command's name, e.g. RecordSignature" })
  readonly command!: AgreementCommandType;

  @AText({ optional: true, description: 'the party it would be done for' })
  readonly partyId?: string;

  @AText({ optional: true, description: "the post of the party's approval route" })
  readonly post?: string;

  @AText({ optional: true })
  readonly milestoneId?: string;

  @AText({ optional: true, description: 'the entry it would take back or correct' })
  readonly commandId?: string;

  @ApiProperty({
    enum: CORRECTABLE_FIELDS,
    enumName: 'CorrectableField',
    isArray: true,
    required: false,
    description: 'fields of the entry that can be put right',
  })
  readonly fields?: readonly CorrectableField[];

  @AText({ optional: true })
  readonly deadlineId?: string;

  @AText({ optional: true })
  readonly overrideId?: string;

  @AFlag({ optional: true, description: 'takes a second person' })
  readonly override?: true;

  @AnInstant({ optional: true, description: 'the last instant for it' })
  readonly until?: string;

  @TextList({
    optional: true,
    description: 'conditions that must hold first; absent when nothing stands against it',
  })
  readonly blockedBy?: readonly ConditionName[];
}
