import {
  GetOutageReport,
  ListReminders,
  type Asked,
  type OutageReport,
  type Page,
  type ReminderRow,
} from '@entente/application';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { PagingDto } from '../fields/paging.js';
import { RequestProblem } from '../problems/request-problem.js';
import { WhoAsks } from '../requests/asked.js';
import { Asks } from '../requests/documented.js';
import { OutageQueryDto, OutageReportDto } from './outage.dto.js';
import { ReminderPageDto } from './reminder.dto.js';

@ApiTags('notices')
@Controller('api/reminders')
export class RemindersController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Asks('listReminders', 'Reminders of every letter the viewer may see')
  @ApiOkResponse({ type: ReminderPageDto })
  async list(@WhoAsks() asked: Asked, @Query() paging: PagingDto): Promise<Page<ReminderRow>> {
    const page = await this.queries.execute(new ListReminders(asked, undefined, paging));
    if (page === undefined) throw new RequestProblem('not-allowed');
    return page;
  }

  @Get('late')
  @Asks('getOutageReport', 'What went out late in the last thirty days, and by how much')
  @ApiOkResponse({ type: OutageReportDto })
  async late(@WhoAsks() asked: Asked, @Query() { minutes = 15 }: OutageQueryDto): Promise<OutageReport> {
    const report = await this.queries.execute(new GetOutageReport(asked, minutes));
    if (report === undefined) throw new RequestProblem('not-allowed');
    return report;
  }
}
