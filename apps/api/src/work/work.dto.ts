import type { DutyCommand, StageName } from '@entente/agreement';
import type { WorkFilter, WorkPage, WorkRow, WorkTask } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { NamedPartyDto } from '../agreements/dto/agreement-answers.js';
import {
  ADay,
  AFlag,
  AnId,
  AnInstant,
  AnInteger,
  AText,
  AWord,
  Part,
  PartList,
} from '../fields/answer-fields.js';
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
class WorkDeadlineDto {
  @ADay()
  readonly localDate!: string;

  @AnInstant()
  readonly dueAt!: string;

  @AFlag({ description: 'the calendar has no published data for some day of the way' })
  readonly provisional!: boolean;

  @AFlag()
  readonly late!: boolean;
}

@ApiSchema({ name: 'WorkRow' })
class WorkRowDto implements WorkRow {
  @AnId()
  readonly agreementId!: string;

  @AText({ nullable: true })
  readonly number!: string | null;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @AText({ description: 'as the definition names it' })
  readonly stage!: StageName;

  @PartList(() => NamedPartyDto)
  readonly parties!: readonly NamedPartyDto[];

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

  @Part(() => WorkDeadlineDto, { nullable: true })
  readonly deadline!: WorkDeadlineDto | null;
}

@ApiSchema({ name: 'WorkTask' })
class WorkTaskDto implements WorkTask {
  @AWord(['accept-desk', 'hand-over-desk'], 'WorkTaskKind')
  readonly kind!: WorkTask['kind'];

  @AnId()
  readonly deskId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @ADay({ nullable: true, description: 'from which it is offered' })
  readonly from!: string | null;
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
