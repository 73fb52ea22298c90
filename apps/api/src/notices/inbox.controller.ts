import type { Viewer } from '@entente/access';
import { ListInbox, MarkInboxRead, type Asked, type InboxPage } from '@entente/application';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CommandAnswerDto } from '../fields/command-answer.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { Me, WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { InboxPageDto, InboxQueryDto, MarkInboxReadDto } from './inbox.dto.js';

/** What the viewer was reminded of, however it reached them. */
@ApiTags('notices')
@Controller('api/inbox')
export class InboxController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
  ) {}

  @Get()
  @Asks('listInbox', 'What the viewer was reminded of, the newest first')
  @ApiOkResponse({ type: InboxPageDto })
  list(@WhoAsks() asked: Asked, @Query() query: InboxQueryDto): Promise<InboxPage> {
    return this.queries.execute(new ListInbox(asked, query));
  }

  @Post('read')
  @HttpCode(200)
  @Commands('markInboxRead', 'Keep what of it the viewer has read')
  @ApiOkResponse({ type: CommandAnswerDto })
  async read(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Body() { items, until }: MarkInboxReadDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const body = commandBody('MarkInboxRead', {
      ...(items === undefined ? {} : { items }),
      // However it was written, moments are compared as text.
      ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
    });
    const accepted = await this.sender.send(MarkInboxRead, viewer, header, viewer.personId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return answerOf(accepted);
  }
}
