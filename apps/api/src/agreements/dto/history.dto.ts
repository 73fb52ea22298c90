import type { HistoryEvent, HistoryLine, HistoryOf } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { AnInstant, AnInteger, AText, Part, PartList } from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';
import { pageOf } from '../../fields/page.js';
import { PagingDto } from '../../fields/paging.js';
import { QueryWord } from '../../fields/query-fields.js';

@ApiSchema({ name: 'HistoryEvent' })
class HistoryEventDto implements HistoryEvent {
  @AnInteger()
  readonly revision!: number;

  @AText()
  readonly type!: string;

  @Part(() => LocalTextDto)
  readonly sentence!: LocalTextDto;
}

@ApiSchema({ name: 'HistoryActor' })
class HistoryActorDto {
  @AText()
  readonly id!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly name!: LocalTextDto | null;
}

@ApiSchema({ name: 'HistoryPosition' })
class HistoryPositionDto {
  @AText()
  readonly id!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly title!: LocalTextDto | null;
}

@ApiSchema({ name: 'HistoryRetraction' })
class HistoryRetractionDto {
  @AText()
  readonly by!: string;

  @AnInstant()
  readonly at!: string;

  @AText({ nullable: true, description: 'null: erased' })
  readonly reason!: string | null;
}

@ApiSchema({ name: 'HistoryLine' })
export class HistoryLineDto implements HistoryLine {
  @AText()
  readonly commandId!: string;

  @AnInteger({ description: 'of its first event' })
  readonly revision!: number;

  @AnInstant()
  readonly recordedAt!: string;

  @AText({ nullable: true })
  readonly effectiveOn!: string | null;

  @Part(() => HistoryActorDto)
  readonly actor!: HistoryActorDto;

  @Part(() => HistoryPositionDto, { nullable: true })
  readonly actingAs!: HistoryPositionDto | null;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @PartList(() => HistoryEventDto)
  readonly events!: readonly HistoryEventDto[];

  @Part(() => HistoryRetractionDto, { nullable: true, description: 'set when a later line took it back' })
  readonly retracted!: HistoryRetractionDto | null;
}

@ApiSchema({ name: 'HistoryPage' })
export class HistoryPageDto extends pageOf(HistoryLineDto) {}

export class HistoryQueryDto extends PagingDto {
  @QueryWord(['work', 'reminders'], 'HistoryOf', {
    description: 'what people did, or what became of the reminders',
  })
  readonly of: HistoryOf = 'work';
}
