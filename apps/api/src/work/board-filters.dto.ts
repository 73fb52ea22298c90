import type { BoardSettings, SavedBoardFilter } from '@entente/application';
import type { BoardFilterFields, ChooseBoardColumns, SaveBoardFilter } from '@entente/directory';
import { ApiSchema } from '@nestjs/swagger';

import { AnId, AText, Part, PartList, TextList } from '../fields/answer-fields.js';
import { Flag, Id, Nested, Text, WholeNumber } from '../fields/fields.js';
import { KeyList } from '../fields/key-list.js';
import { SOUGHT_STAGE } from '../fields/query-fields.js';
import { TextsByName } from '../fields/texts-by-name.js';

/** What `GET /api/agreements` is asked with. */
@ApiSchema({ name: 'BoardFilter' })
export class BoardFilterDto implements BoardFilterFields {
  @KeyList(20, { optional: true, pattern: SOUGHT_STAGE })
  readonly stages?: readonly string[];

  @Text(100, { optional: true })
  readonly search?: string;

  @Id({ optional: true })
  readonly partyId?: string;

  @Id({ optional: true })
  readonly withPartyId?: string;

  @Id({ optional: true })
  readonly deskId?: string;

  @Flag({ optional: true })
  readonly mine?: boolean;

  @Flag({ optional: true })
  readonly late?: boolean;

  @WholeNumber(1900, 2200, { optional: true })
  readonly year?: number;

  @Text(200, { optional: true })
  readonly field?: string;

  @TextsByName({ optional: true, description: 'texts by the names of attributes' })
  readonly attributes?: Readonly<Record<string, string>>;
}

@ApiSchema({ name: 'SaveBoardFilter' })
export class SaveBoardFilterDto implements Omit<SaveBoardFilter, 'type'> {
  @Text(60, { description: 'a filter of this name is replaced' })
  readonly name!: string;

  @Nested(() => BoardFilterDto)
  readonly filter!: BoardFilterDto;
}

@ApiSchema({ name: 'ChooseBoardColumns' })
export class ChooseBoardColumnsDto implements Omit<ChooseBoardColumns, 'type'> {
  @KeyList(20, { description: 'those left out; all others are shown' })
  readonly hidden!: readonly string[];
}

@ApiSchema({ name: 'SavedBoardFilter' })
class SavedBoardFilterDto implements SavedBoardFilter {
  @AnId()
  readonly filterId!: string;

  @AText()
  readonly name!: string;

  @Part(() => BoardFilterDto)
  readonly filter!: BoardFilterDto;
}

@ApiSchema({ name: 'SavedBoardFilters' })
export class SavedBoardFiltersDto implements BoardSettings {
  @PartList(() => SavedBoardFilterDto)
  readonly items!: readonly SavedBoardFilterDto[];

  @TextList({ description: 'columns of the board that the viewer leaves out' })
  readonly hiddenColumns!: readonly string[];
}
