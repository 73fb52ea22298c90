import { GetCoverage, type Asked, type Coverage } from '@entente/application';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { soughtAttributes } from '../agreements/sought-attributes.js';
import { WhoAsks } from '../requests/asked.js';
import { Asks } from '../requests/documented.js';
import { CoverageDto, CoverageQueryDto } from './coverage.dto.js';

@ApiTags('agreements')
@Controller('api/coverage')
export class CoverageController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Asks('getCoverage', 'Which organisations of one role have letters with which of another, and the gaps')
  @ApiOkResponse({ type: CoverageDto })
  async coverage(
    @WhoAsks() asked: Asked,
    @Query() { attribute, ...roles }: CoverageQueryDto,
  ): Promise<Coverage> {
    const attributes = await soughtAttributes(this.queries, asked, attribute);
    return this.queries.execute(new GetCoverage(asked, roles, attributes));
  }
}
