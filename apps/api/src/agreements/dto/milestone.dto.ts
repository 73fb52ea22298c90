import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AnInstant, AnId, AText, AWord, Part, TextList } from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';
import { MILESTONE_KINDS } from '../../fields/words.js';

@ApiSchema({ name: 'Cancelled' })
class CancelledDto {
  @AText({ nullable: true, description: 'null: erased' })
  readonly reason!: string | null;
}

@ApiSchema({ name: 'Milestone' })
export class MilestoneDto implements agreement.Milestone {
  @AText()
  readonly milestoneId!: string;

  @AWord(MILESTONE_KINDS, 'MilestoneKind')
  readonly kind!: agreement.MilestoneKind;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @AnId()
  readonly ownerPartyId!: string;

  @ADay()
  readonly dueOn!: string;

  @AnInstant()
  readonly plannedAt!: string;

  @ADay({ optional: true })
  readonly completedOn?: string;

  @TextList()
  readonly confirmedBy!: readonly string[];

  @Part(() => CancelledDto, { optional: true })
  readonly cancelled?: CancelledDto;
}
