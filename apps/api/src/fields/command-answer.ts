import { ApiSchema } from '@nestjs/swagger';

import type { CommandAnswer } from '../requests/answer.js';
import { AFlag, AnId, AnInteger, AText, PartList } from './answer-fields.js';

@ApiSchema({ name: 'AppendedEvent' })
class AppendedEventDto {
  @AText()
  readonly type!: string;

  @AnInteger()
  readonly revision!: number;
}

/** What every accepted command answers. */
@ApiSchema({ name: 'CommandAnswer' })
export class CommandAnswerDto implements CommandAnswer {
  @AnInteger({ description: 'last revision of the stream after the command; the ETag' })
  readonly revision!: number;

  @AText({ nullable: true, description: 'log position to wait for in a later request (Entente-Seen)' })
  readonly position!: string | null;

  @PartList(() => AppendedEventDto)
  readonly events!: readonly AppendedEventDto[];

  @AFlag({ description: 'what was asked for was already so; nothing was recorded' })
  readonly unchanged!: boolean;
}

@ApiSchema({ name: 'AgreementCommandAnswer' })
export class AgreementCommandAnswerDto extends CommandAnswerDto {
  @AnId()
  readonly agreementId!: string;
}

@ApiSchema({ name: 'ProposalAnswer' })
export class ProposalAnswerDto extends AgreementCommandAnswerDto {
  @AText({ nullable: true, description: 'reference number; null when it is still being given' })
  readonly number!: string | null;
}

@ApiSchema({ name: 'OrganisationCommandAnswer' })
export class OrganisationCommandAnswerDto extends CommandAnswerDto {
  @AnId()
  readonly organisationId!: string;
}

@ApiSchema({ name: 'DeskCommandAnswer' })
export class DeskCommandAnswerDto extends CommandAnswerDto {
  @AnId()
  readonly deskId!: string;
}

@ApiSchema({ name: 'PersonCommandAnswer' })
export class PersonCommandAnswerDto extends CommandAnswerDto {
  @AnId()
  readonly personId!: string;
}
