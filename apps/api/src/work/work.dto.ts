import type { DutyCommand } from '@entente/agreement';
import type { WorkFilter, WorkPage, WorkRow, WorkTask } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { DeadlineLineDto, LetterLineDto } from '../agreements/dto/letter-line.dto.js';
import { ADay, AnId, AnInstant, AnInteger, AText, AWord, Part, PartList } from '../fields/answer-fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { pageOf } from '../fields/page.js';
import { PagingDto } from '../fields/paging.js';
import { QueryFlag, QueryWord } from '../fields/query-fields.js';
import { DUTY_COMMANDS } from '../fields/words.js';

export class WorkQueryDto extends PagingDto implements WorkFilter {
  @QueryWord(['owed', 'awaited'], 'WorkList', {
    description: 'what the viewer owes, or what others owe in the letters in which the viewer acts',
  })
  readonly list: 'owed' | 'awaited' = 'owed';

  @QueryFlag()
  readonly late?: boolean;
}

@ApiSchema({ name: 'WorkPosition' })
class WorkPositionDto {
  @AnId()
  readonly positionId!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;
}

@ApiSchema({ name: 'WorkMilestone' })
class WorkMilestoneDto {
  @AnId()
  readonly milestoneId!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;
}

@ApiSchema({ name: 'WorkDeadline' })
class WorkDeadlineDto extends DeadlineLineDto {}

@ApiSchema({ name: 'WorkRow' })
class WorkRowDto extends LetterLineDto implements WorkRow {
  @AText({ description: 'id of a party, or coordinator' })
  readonly who!: string;

  @AnInstant({ description: 'since when the letter waits for those it waits for now' })
  readonly since!: string;

  @AWord(DUTY_COMMANDS, 'DutyCommand', { description: 'the command that does it' })
  readonly command!: DutyCommand;

  @Part(() => WorkPositionDto, { nullable: true, description: 'the only position that can do it' })
  readonly position!: WorkPositionDto | null;

  @Part(() => WorkMilestoneDto, { nullable: true })
  readonly milestone!: WorkMilestoneDto | null;

  @AnId({ nullable: true, description: 'what a second person is to confirm' })
  readonly overrideId!: string | null;

  @Part(() => WorkDeadlineDto, { nullable: true })
  readonly deadline!: WorkDeadlineDto | null;
}

@ApiSchema({ name: 'WorkTask' })
class WorkTaskDto implements WorkTask {
  @AWord(['accept-desk', 'hand-over-desk', 'find-whose-duty', 'repair-contact'], 'WorkTaskKind')
  readonly kind!: WorkTask['kind'];

  @AnId({ nullable: true })
  readonly deskId!: string | null;

  @AnId({ nullable: true })
  readonly agreementId!: string | null;

  @AText({ nullable: true })
  readonly deadlineId!: string | null;

  @AnId({ nullable: true, description: 'to whose address mail came back' })
  readonly personId!: string | null;

  @Part(() => LocalTextDto, { nullable: true, description: 'of the desk, the agreement or the person' })
  readonly name!: LocalTextDto | null;

  @ADay({ nullable: true, description: 'from which it is offered; by which it is due' })
  readonly from!: string | null;

  @AText({ nullable: true, description: 'what they said who say that it is not theirs' })
  readonly word!: string | null;
}

@ApiSchema({ name: 'WorkCounts' })
class WorkCountsDto {
  @AnInteger()
  readonly owed!: number;

  @AnInteger({ description: 'of those owed' })
  readonly late!: number;

  @AnInteger()
  readonly awaited!: number;
}

@ApiSchema({ name: 'WorkPage' })
export class WorkPageDto extends pageOf(WorkRowDto) implements WorkPage {
  @PartList(() => WorkTaskDto, { description: 'what is asked of the viewer beside letters' })
  readonly tasks!: readonly WorkTaskDto[];

  @Part(() => WorkCountsDto, { description: 'whatever the filter' })
  readonly counts!: WorkCountsDto;

  @AnInteger({ description: 'letters the viewer may see whose later events are left out' })
  readonly parked!: number;
}
