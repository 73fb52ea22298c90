import type { ImportFault, ImportReport } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { AFlag, AnInteger, AText, Part, PartList } from '../fields/answer-fields.js';
import { FreeText } from '../fields/fields.js';
import { Flag } from '../fields/flag.js';
import { LocalTextDto } from '../fields/local-text.js';

const MAX_CSV = 900_000;

@ApiSchema({ name: 'ImportTable' })
export class ImportTableDto {
  @FreeText(MAX_CSV, { description: 'a CSV with a header, as spreadsheets save it' })
  readonly csv!: string;

  @Flag({ description: 'true: only say what would happen' })
  readonly dryRun!: boolean;
}

@ApiSchema({ name: 'ImportFault' })
class ImportFaultDto implements Omit<ImportFault, 'facts'> {
  @AnInteger({ description: 'of the file, from 1' })
  readonly line!: number;

  @AText({ nullable: true, description: 'null: the row as a whole' })
  readonly column!: string | null;

  @AText()
  readonly code!: string;

  @Part(() => LocalTextDto)
  readonly sentence!: LocalTextDto;
}

@ApiSchema({ name: 'ImportChanges' })
class ImportChangesDto {
  @AnInteger()
  readonly organisations!: number;

  @AnInteger()
  readonly people!: number;

  @AnInteger()
  readonly positions!: number;
}

@ApiSchema({ name: 'ImportReport' })
export class ImportReportDto implements Omit<ImportReport, 'faults'> {
  @AnInteger()
  readonly rows!: number;

  @PartList(() => ImportFaultDto, { description: 'nothing is recorded while there is one' })
  readonly faults!: readonly ImportFaultDto[];

  @Part(() => ImportChangesDto, { description: 'what would be new, or now is' })
  readonly changes!: ImportChangesDto;

  @AFlag()
  readonly recorded!: boolean;
}
