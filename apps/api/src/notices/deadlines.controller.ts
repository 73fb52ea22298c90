import { ListDeadlines, type Asked, type DeadlinePage } from '@entente/application';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { WhoAsks } from '../requests/asked.js';
import { Asks } from '../requests/documented.js';
import { DeadlinePageDto, DeadlineQueryDto } from './deadline-row.dto.js';

@ApiTags('notices')
@Controller('api/deadlines')
export class DeadlinesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Asks('listDeadlines', 'Open deadlines of the letters the viewer may see, what is due first on top')
  @ApiOkResponse({ type: DeadlinePageDto })
  list(@WhoAsks() asked: Asked, @Query() query: DeadlineQueryDto): Promise<DeadlinePage> {
    return this.queries.execute(new ListDeadlines(asked, query));
  }
}
