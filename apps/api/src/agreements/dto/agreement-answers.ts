import type * as agreement from '@entente/agreement';
import type { AgreementDetail, AgreementReplay, BoardPage, BoardRow, StageCount } from '@entente/application';
import { ApiExtraModels, ApiProperty, ApiSchema } from '@nestjs/swagger';

import {
  AnId,
  AnInstant,
  AnInteger,
  AText,
  AWord,
  Part,
  PartById,
  PartList,
  Values,
} from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';
import { pageOf } from '../../fields/page.js';
import { DEADLINE_KINDS } from '../../fields/words.js';
import { DeadlineLineDto, LetterLineDto } from './letter-line.dto.js';
import { PossibleCommandDto } from './possible-command.dto.js';
import { AgreementStateDto, PastAgreementDto, TurnDto } from './state.dto.js';

@ApiSchema({ name: 'NextDeadline' })
class NextDeadlineDto extends DeadlineLineDto {
  @AText()
  readonly deadlineId!: string;

  @AWord(DEADLINE_KINDS, 'DeadlineKind')
  readonly kind!: agreement.DeadlineKind;
}

@ApiSchema({ name: 'BoardRow' })
export class BoardRowDto extends LetterLineDto implements BoardRow {
  @AText()
  readonly kind!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly field!: LocalTextDto | null;

  @Values({ nullable: true, description: 'by the names the definition gives them; null: none was set yet' })
  readonly attributes!: agreement.Attributes | null;

  @AnInstant()
  readonly stageSince!: string;

  @Part(() => TurnDto)
  readonly turn!: TurnDto;

  @Part(() => NextDeadlineDto, { nullable: true })
  readonly nextDeadline!: NextDeadlineDto | null;

  @AnInteger()
  readonly revision!: number;
}

@ApiSchema({ name: 'StageCount' })
class StageCountDto implements StageCount {
  @AText()
  readonly stage!: agreement.StageName;

  @AText({ nullable: true, description: '`name@version`; null: not known yet' })
  readonly definition!: string | null;

  @AnInteger()
  readonly count!: number;
}

@ApiSchema({ name: 'BoardPage' })
export class BoardPageDto extends pageOf(BoardRowDto) implements BoardPage {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'letters the viewer may see, by stage, whatever the filter',
  })
  readonly byStage!: Record<agreement.StageName, number>;

  @PartList(() => StageCountDto, { description: 'the same, apart by the definition they go by' })
  readonly stages!: readonly StageCountDto[];

  @AnInteger({
    description: 'letters the viewer may see whose later events the board leaves out, whatever the filter',
  })
  readonly parked!: number;
}

@ApiSchema({ name: 'AgreementDetail' })
@ApiExtraModels(LocalTextDto)
export class AgreementDetailDto {
  @AnId()
  readonly agreementId!: string;

  @AnInteger({ description: 'the ETag' })
  readonly revision!: number;

  @AText()
  readonly position!: string;

  @Part(() => AgreementStateDto)
  readonly agreement!: AgreementStateDto;

  @PartList(() => PossibleCommandDto, { description: 'what this viewer can do next' })
  readonly possible!: readonly PossibleCommandDto[];

  @PartById(LocalTextDto, { description: 'names of the parties, positions and people it mentions, by id' })
  readonly names!: Record<string, LocalTextDto>;
}

@ApiSchema({ name: 'AgreementReplay' })
export class AgreementReplayDto {
  @AnId()
  readonly agreementId!: string;

  @AnInteger({ description: 'the revision the state stands at' })
  readonly revision!: number;

  @AnInteger({ description: 'the newest revision there is' })
  readonly lastRevision!: number;

  @AnInstant()
  readonly recordedAt!: string;

  @AText({ description: 'name@version' })
  readonly definition!: string;

  @AText({ description: "SHA-256 of the state's canonical text, hex" })
  readonly stateHash!: string;

  @Part(() => PastAgreementDto)
  readonly agreement!: PastAgreementDto;

  @Part(() => LocalTextDto, { description: 'the event at this revision' })
  readonly sentence!: LocalTextDto;
}

/** An agreement is a union of stages, which no class can implement: that the answers fit is checked here instead. */
type Fits<Dto, Answer extends Dto> = [Dto, Answer];
export type DetailFits = Fits<AgreementDetailDto, AgreementDetail>;
export type ReplayFits = Fits<AgreementReplayDto, AgreementReplay>;
