import type { DeskDetail, DeskList, DeskRow, DeskTenureRow } from '@entente/application';
import type * as directory from '@entente/directory';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AFlag, AnId, AnInteger, AText, Part, PartList, WordList } from '../fields/answer-fields.js';
import { Day, Id, Text } from '../fields/fields.js';
import { LocalTextDto, LocalTextField } from '../fields/local-text.js';
import { FreshnessDto } from '../fields/page.js';
import { DESK_COMMANDS } from '../fields/words.js';
import { HolderDto, RecordedByDto } from './on-day.dto.js';

type Body<Command> = Omit<Command, 'type'>;

class CoordinatorDto {
  @Id({ description: 'where the position is' })
  readonly organisationId!: string;

  @Id({ description: 'a position whose holder coordinates' })
  readonly positionId!: string;
}

@ApiSchema({ name: 'OpenDesk' })
export class OpenDeskDto extends CoordinatorDto implements Body<directory.OpenDesk> {
  @LocalTextField()
  readonly name!: LocalTextDto;

  @Day({ description: 'local day from which it is theirs, today at the latest' })
  readonly from!: string;
}

@ApiSchema({ name: 'OfferDesk' })
export class OfferDeskDto extends CoordinatorDto implements Body<directory.OfferDesk> {
  @Day({ description: 'local day from which it would be theirs, today at the earliest' })
  readonly from!: string;
}

@ApiSchema({ name: 'HandOverDesk' })
export class HandOverDeskDto extends CoordinatorDto implements Body<directory.HandOverDesk> {
  @Text(2_000)
  readonly reason!: string;
}

@ApiSchema({ name: 'DeskHolder' })
class DeskHolderDto extends HolderDto {
  @ADay()
  readonly from!: string;

  @AFlag({ description: 'false: they no longer coordinate, and the desk is to be handed over' })
  readonly present!: boolean;
}

@ApiSchema({ name: 'DeskOffered' })
class DeskOfferedDto extends HolderDto {
  @ADay()
  readonly from!: string;
}

@ApiSchema({ name: 'DeskRow' })
class DeskRowDto implements DeskRow {
  @AnId()
  readonly deskId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @AFlag({ description: 'it looks after every agreement that names no desk' })
  readonly first!: boolean;

  @Part(() => DeskHolderDto, { nullable: true })
  readonly holder!: DeskHolderDto | null;

  @Part(() => DeskOfferedDto, { nullable: true })
  readonly offered!: DeskOfferedDto | null;

  @AnInteger({ description: 'agreements it looks after, ended ones too' })
  readonly letters!: number;
}

@ApiSchema({ name: 'DeskList' })
export class DeskListDto implements DeskList {
  @PartList(() => DeskRowDto)
  readonly items!: readonly DeskRowDto[];

  @Part(() => FreshnessDto)
  readonly freshness!: FreshnessDto;
}

@ApiSchema({ name: 'DeskPosition' })
class DeskPositionDto {
  @AnId()
  readonly positionId!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly title!: LocalTextDto | null;
}

@ApiSchema({ name: 'DeskTenure' })
class DeskTenureDto implements DeskTenureRow {
  @Part(() => HolderDto)
  readonly person!: HolderDto;

  @Part(() => DeskPositionDto, { description: 'from which they coordinate' })
  readonly position!: DeskPositionDto;

  @AnId()
  readonly organisationId!: string;

  @ADay()
  readonly from!: string;

  @ADay({ nullable: true, description: "the first day on which it was somebody else's" })
  readonly until!: string | null;

  @Part(() => RecordedByDto, { description: 'who offered it, or gave it without asking' })
  readonly granted!: RecordedByDto;

  @Part(() => RecordedByDto, { nullable: true, description: 'null: nobody was asked' })
  readonly accepted!: RecordedByDto | null;

  @AText({ nullable: true, description: 'why nobody was asked' })
  readonly reason!: string | null;
}

@ApiSchema({ name: 'DeskOffer' })
class DeskOfferDto {
  @Part(() => HolderDto)
  readonly person!: HolderDto;

  @ADay()
  readonly from!: string;

  @Part(() => RecordedByDto)
  readonly by!: RecordedByDto;
}

@ApiSchema({ name: 'DeskDetail' })
export class DeskDetailDto implements DeskDetail {
  @AnId()
  readonly deskId!: string;

  @AnInteger()
  readonly revision!: number;

  @AText()
  readonly position!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @ADay()
  readonly on!: string;

  @Part(() => DeskTenureDto, { nullable: true, description: 'whose it was on that day' })
  readonly holder!: DeskTenureDto | null;

  @AFlag({ description: "whether today's holder still coordinates" })
  readonly holderIsPresent!: boolean;

  @PartList(() => DeskTenureDto, { description: 'newest first' })
  readonly tenures!: readonly DeskTenureDto[];

  @Part(() => DeskOfferDto, { nullable: true })
  readonly offered!: DeskOfferDto | null;

  @WordList(DESK_COMMANDS, 'DeskCommand')
  readonly possible!: readonly directory.DeskCommandType[];
}
