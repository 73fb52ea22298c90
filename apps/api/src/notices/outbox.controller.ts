import { ListOutbox, type Asked, type OutboxMail, type Page } from '@entente/application';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { PagingDto } from '../fields/paging.js';
import { RequestProblem } from '../problems/request-problem.js';
import { WhoAsks } from '../requests/asked.js';
import { Asks } from '../requests/documented.js';
import { OutboxPageDto } from './outbox.dto.js';

@ApiTags('notices')
@Controller('api/outbox')
export class OutboxController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Asks('listOutbox', 'Mails that were written, and what became of them')
  @ApiOkResponse({ type: OutboxPageDto })
  async list(@WhoAsks() asked: Asked, @Query() paging: PagingDto): Promise<Page<OutboxMail>> {
    const page = await this.queries.execute(new ListOutbox(asked, paging));
    if (page === undefined) throw new RequestProblem('not-allowed');
    return page;
  }
}
