import type { HolderOnDay, PositionsOnDay, RecordedBy } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AnId, AnInstant, AText, Part, PartList } from '../fields/answer-fields.js';
import { Day } from '../fields/fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { PositionDto } from './directory.dto.js';

export class OnDayDto {
  @Day({ optional: true, description: 'absent: today' })
  readonly on?: string;
}

@ApiSchema({ name: 'Recorder' })
class RecorderDto {
  @AText()
  readonly id!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly name!: LocalTextDto | null;
}

@ApiSchema({ name: 'RecorderPosition' })
class RecorderPositionDto {
  @AText()
  readonly id!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly title!: LocalTextDto | null;
}

@ApiSchema({ name: 'RecordedBy' })
export class RecordedByDto implements RecordedBy {
  @AText({ description: 'stream@revision of the event that says so' })
  readonly event!: string;

  @AnInstant()
  readonly recordedAt!: string;

  @Part(() => RecorderDto)
  readonly by!: RecorderDto;

  @Part(() => RecorderPositionDto, { nullable: true })
  readonly actingAs!: RecorderPositionDto | null;
}

@ApiSchema({ name: 'Holder' })
export class HolderDto {
  @AnId()
  readonly personId!: string;

  @Part(() => LocalTextDto, { nullable: true, description: 'null: erased, or not known yet' })
  readonly name!: LocalTextDto | null;
}

@ApiSchema({ name: 'HolderOnDay' })
class HolderOnDayDto extends PositionDto implements HolderOnDay {
  @Part(() => HolderDto)
  readonly person!: HolderDto;

  @ADay()
  readonly from!: string;

  @ADay({ nullable: true, description: 'the first day on which somebody else or nobody held it' })
  readonly until!: string | null;

  @Part(() => RecordedByDto)
  readonly granted!: RecordedByDto;
}

@ApiSchema({ name: 'PositionsOnDay' })
export class PositionsOnDayDto implements PositionsOnDay {
  @AnId()
  readonly organisationId!: string;

  @ADay()
  readonly on!: string;

  @Part(() => LocalTextDto, { description: 'as it was called on that day' })
  readonly name!: LocalTextDto;

  @PartList(() => HolderOnDayDto)
  readonly positions!: readonly HolderOnDayDto[];
}
