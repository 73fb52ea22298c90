import {
  GetOutboxMail,
  ListOutbox,
  type Asked,
  type OutboxMail,
  type OutboxMailDetail,
  type Page,
} from '@entente/application';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { PagingDto } from '../fields/paging.js';
import { RequestProblem } from '../problems/request-problem.js';
import { WhoAsks } from '../requests/asked.js';
import { Asks } from '../requests/documented.js';
import { uuidInPath } from '../requests/uuid-in-path.js';
import { OutboxMailDetailDto, OutboxPageDto } from './outbox.dto.js';

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

  @Get(':mail')
  @Asks('getOutboxMail', 'One mail, with its HTML')
  @ApiParam({ name: 'mail', format: 'uuid' })
  @ApiOkResponse({ type: OutboxMailDetailDto })
  async mail(@WhoAsks() asked: Asked, @Param('mail') mail: string): Promise<OutboxMailDetail> {
    const found = await this.queries.execute(new GetOutboxMail(asked, uuidInPath(mail)));
    if (found === undefined) throw new RequestProblem('not-allowed');
    if (found === 'unknown') throw new RequestProblem('not-found');
    return found;
  }
}
