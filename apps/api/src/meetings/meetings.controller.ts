import type { Viewer } from '@entente/access';
import {
  derivedId,
  Facts,
  GetMeeting,
  ListMeetings,
  PlanMeeting,
  type Asked,
  type MeetingDetail,
  type MeetingRow,
  type Page,
} from '@entente/application';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { PagingDto } from '../fields/paging.js';
import { answerOf } from '../requests/answer.js';
import { Me, WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { found } from '../requests/found.js';
import { uuidInPath } from '../requests/uuid-in-path.js';
import { MeetingCommandAnswerDto, MeetingDetailDto, MeetingPageDto } from './meeting-answers.dto.js';
import { PlanMeetingDto } from './meeting-bodies.js';

@ApiTags('meetings')
@Controller('api/meetings')
export class MeetingsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly facts: Facts,
  ) {}

  @Get()
  @Asks('listMeetings', 'Signing meetings, the latest first')
  @ApiOkResponse({ type: MeetingPageDto })
  list(@WhoAsks() asked: Asked, @Query() paging: PagingDto): Promise<Page<MeetingRow>> {
    return this.queries.execute(new ListMeetings(asked, paging));
  }

  @Post()
  @Commands('planMeeting', 'Plan a signing meeting')
  @ApiCreatedResponse({ type: MeetingCommandAnswerDto })
  async plan(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Body() fields: PlanMeetingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeetingCommandAnswerDto> {
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const meetingId = derivedId(this.facts.sha1, header.commandId, 'meeting');
    const body = commandBody('PlanMeeting', fields);
    const accepted = await this.sender.send(PlanMeeting, viewer, header, meetingId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return { meetingId, ...answerOf(accepted), results: [] };
  }

  @Get(':meeting')
  @Asks('getMeeting', 'A signing meeting: its letters, what each waits for, and who comes')
  @ApiParam({ name: 'meeting', format: 'uuid' })
  @ApiOkResponse({ type: MeetingDetailDto })
  async meeting(
    @WhoAsks() asked: Asked,
    @Param('meeting') meeting: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeetingDetail> {
    const detail = found(await this.queries.execute(new GetMeeting(asked, uuidInPath(meeting))));
    void reply.header('etag', etagOf(detail.revision));
    return detail;
  }
}
