import { GetMyWork, type Asked, type WorkPage } from '@entente/application';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { WhoAsks } from '../requests/asked.js';
import { Asks } from '../requests/documented.js';
import { WorkPageDto, WorkQueryDto } from './work.dto.js';

@ApiTags('agreements')
@Controller('api/my-work')
export class MyWorkController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Asks('getMyWork', 'What the viewer owes by day, and what they wait for')
  @ApiOkResponse({ type: WorkPageDto })
  mine(@WhoAsks() asked: Asked, @Query() query: WorkQueryDto): Promise<WorkPage> {
    return this.queries.execute(new GetMyWork(asked, query));
  }
}
