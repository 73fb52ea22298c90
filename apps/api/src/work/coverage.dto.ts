import type { Coverage, CoverageRoles, CoveredOrganisation } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import type { AskedAttributes } from '../agreements/sought-attributes.js';
import { AnId, AnInteger, Part, PartList } from '../fields/answer-fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { FreshnessDto } from '../fields/page.js';
import { QueryAttributes } from '../fields/query-attributes.js';
import { QueryText } from '../fields/query-fields.js';

export class CoverageQueryDto implements CoverageRoles {
  @QueryText(64, { description: "role of the rows' organisations; think-tank-base unless told" })
  readonly rows: string = 'think-tank-base';

  @QueryText(64, { description: "role of the columns' organisations; district-association unless told" })
  readonly columns: string = 'district-association';

  @QueryAttributes()
  readonly attribute?: AskedAttributes;
}

@ApiSchema({ name: 'CoveredOrganisation' })
class CoveredOrganisationDto implements CoveredOrganisation {
  @AnId()
  readonly organisationId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;
}

@ApiSchema({ name: 'CoverageCell' })
class CoverageCellDto {
  @AnId({ description: 'organisation of the row' })
  readonly row!: string;

  @AnId({ description: 'organisation of the column' })
  readonly column!: string;

  @AnInteger()
  readonly open!: number;

  @AnInteger()
  readonly ended!: number;

  @AnInteger({ description: 'open ones whose deadline has passed' })
  readonly late!: number;
}

@ApiSchema({ name: 'Coverage' })
export class CoverageDto implements Coverage {
  @PartList(() => CoveredOrganisationDto)
  readonly rows!: readonly CoveredOrganisationDto[];

  @PartList(() => CoveredOrganisationDto)
  readonly columns!: readonly CoveredOrganisationDto[];

  @PartList(() => CoverageCellDto, { description: 'only pairs with a letter' })
  readonly cells!: readonly CoverageCellDto[];

  @AnInteger({ description: 'pairs that have never had a letter' })
  readonly gaps!: number;

  @AnInteger({ description: 'letters the viewer may see whose later events are left out' })
  readonly parked!: number;

  @Part(() => FreshnessDto)
  readonly freshness!: FreshnessDto;
}
