import type { Viewer } from '@entente/access';
import {
  ChooseBoardColumns,
  ListBoardFilters,
  RemoveBoardFilter,
  SaveBoardFilter,
  type Asked,
  type BoardSettings,
} from '@entente/application';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { EmptyDto } from '../agreements/dto/command-bodies.js';
import { CommandAnswerDto } from '../fields/command-answer.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { Me, WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { uuidInPath } from '../requests/uuid-in-path.js';
import { ChooseBoardColumnsDto, SaveBoardFilterDto, SavedBoardFiltersDto } from './board-filters.dto.js';

/** A person's own settings of the board, on every machine they sign in on. */
@ApiTags('agreements')
@Controller('api/board-filters')
export class BoardFiltersController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
  ) {}

  @Get()
  @Asks('listBoardFilters', 'The filters of the board that the viewer keeps')
  @ApiOkResponse({ type: SavedBoardFiltersDto })
  list(@WhoAsks() asked: Asked): Promise<BoardSettings> {
    return this.queries.execute(new ListBoardFilters(asked));
  }

  @Post('columns')
  @HttpCode(200)
  @Commands('chooseBoardColumns', 'Keep which columns of the board the viewer leaves out')
  @ApiOkResponse({ type: CommandAnswerDto })
  async choose(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Body() fields: ChooseBoardColumnsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const body = commandBody('ChooseBoardColumns', fields);
    const accepted = await this.sender.send(ChooseBoardColumns, viewer, header, viewer.personId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return answerOf(accepted);
  }

  @Post()
  @HttpCode(200)
  @Commands('saveBoardFilter', 'Keep a filter of the board under a name')
  @ApiOkResponse({ type: CommandAnswerDto })
  async save(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Body() fields: SaveBoardFilterDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const body = commandBody('SaveBoardFilter', fields);
    const accepted = await this.sender.send(SaveBoardFilter, viewer, header, viewer.personId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return answerOf(accepted);
  }

  @Post(':filter/remove')
  @HttpCode(200)
  @Commands('removeBoardFilter', 'Keep a filter of the board no longer')
  @ApiParam({ name: 'filter', format: 'uuid' })
  @ApiOkResponse({ type: CommandAnswerDto })
  async remove(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Param('filter') filter: string,
    @Body() _nothing: EmptyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const body = commandBody('RemoveBoardFilter', { filterId: uuidInPath(filter) });
    const accepted = await this.sender.send(RemoveBoardFilter, viewer, header, viewer.personId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return answerOf(accepted);
  }
}
