import type { Actor, Viewer } from '@entente/access';
import {
  AcceptDesk,
  derivedId,
  Facts,
  GetDesk,
  HandOverDesk,
  ListDesks,
  OfferDesk,
  OpenDesk,
  WithdrawOffer,
  type Asked,
  type DeskDetail,
  type DeskList,
  type Header,
  type Message,
} from '@entente/application';
import type { DeskCommand } from '@entente/directory';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { EmptyDto } from '../agreements/dto/command-bodies.js';
import { DeskCommandAnswerDto } from '../fields/command-answer.js';
import { RequestProblem } from '../problems/request-problem.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { Me, WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { found } from '../requests/found.js';
import { uuidInPath } from '../requests/uuid-in-path.js';
import { DeskDetailDto, DeskListDto, HandOverDeskDto, OfferDeskDto, OpenDeskDto } from './desk.dto.js';
import { OnDayDto } from './on-day.dto.js';

type DeskCommandAnswer = CommandAnswer & { readonly deskId: string };
type MessageOf<C extends DeskCommand> = new (s: Actor, h: Header, target: string, body: C) => Message<C>;

@ApiTags('desks')
@Controller('api/desks')
export class DesksController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly facts: Facts,
  ) {}

  @Get()
  @Asks('listDesks', 'The desks that look after agreements, and who keeps them')
  @ApiOkResponse({ type: DeskListDto })
  async list(@WhoAsks() asked: Asked): Promise<DeskList> {
    const desks = await this.queries.execute(new ListDesks(asked));
    if (!desks) throw new RequestProblem('not-allowed');
    return desks;
  }

  @Post()
  @Commands('openDesk', 'Open a desk for somebody who coordinates')
  @ApiCreatedResponse({ type: DeskCommandAnswerDto })
  open(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Body() fields: OpenDeskDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeskCommandAnswer> {
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const deskId = derivedId(this.facts.sha1, header.commandId, 'desk');
    return this.#send(OpenDesk, viewer, header, deskId, commandBody('OpenDesk', fields), reply);
  }

  @Get(':desk')
  @Asks('getDesk', 'Whose a desk was on a day, who granted it, and the event that says so')
  @ApiParam({ name: 'desk', format: 'uuid' })
  @ApiOkResponse({ type: DeskDetailDto })
  async desk(
    @WhoAsks() asked: Asked,
    @Param('desk') desk: string,
    @Query() { on }: OnDayDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeskDetail> {
    const detail = found(await this.queries.execute(new GetDesk(asked, uuidInPath(desk), on)));
    void reply.header('etag', etagOf(detail.revision));
    return detail;
  }

  @Post(':desk/offer-desk')
  @HttpCode(200)
  @Commands('offerDesk', 'Offer a desk with all its agreements to somebody else who coordinates')
  @ApiParam({ name: 'desk', format: 'uuid' })
  @ApiOkResponse({ type: DeskCommandAnswerDto })
  offer(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Param('desk') desk: string,
    @Body() fields: OfferDeskDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeskCommandAnswer> {
    return this.#sendTo(OfferDesk, viewer, headers, desk, commandBody('OfferDesk', fields), reply);
  }

  @Post(':desk/accept-desk')
  @HttpCode(200)
  @Commands('acceptDesk', 'Accept a desk that was offered to oneself')
  @ApiParam({ name: 'desk', format: 'uuid' })
  @ApiOkResponse({ type: DeskCommandAnswerDto })
  accept(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Param('desk') desk: string,
    @Body() fields: EmptyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeskCommandAnswer> {
    return this.#sendTo(AcceptDesk, viewer, headers, desk, commandBody('AcceptDesk', fields), reply);
  }

  @Post(':desk/withdraw-offer')
  @HttpCode(200)
  @Commands('withdrawOffer', 'Take an offer of a desk back, or decline it')
  @ApiParam({ name: 'desk', format: 'uuid' })
  @ApiOkResponse({ type: DeskCommandAnswerDto })
  withdraw(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Param('desk') desk: string,
    @Body() fields: EmptyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeskCommandAnswer> {
    return this.#sendTo(WithdrawOffer, viewer, headers, desk, commandBody('WithdrawOffer', fields), reply);
  }

  @Post(':desk/hand-over-desk')
  @HttpCode(200)
  @Commands('handOverDesk', 'Give a desk whose holder is gone to somebody who coordinates, with a reason')
  @ApiParam({ name: 'desk', format: 'uuid' })
  @ApiOkResponse({ type: DeskCommandAnswerDto })
  handOver(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Param('desk') desk: string,
    @Body() fields: HandOverDeskDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeskCommandAnswer> {
    return this.#sendTo(HandOverDesk, viewer, headers, desk, commandBody('HandOverDesk', fields), reply);
  }

  #sendTo<C extends DeskCommand>(
    Message: MessageOf<C>,
    viewer: Viewer,
    headers: CommandHeaders,
    desk: string,
    body: C,
    reply: FastifyReply,
  ): Promise<DeskCommandAnswer> {
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    return this.#send(Message, viewer, header, uuidInPath(desk), body, reply);
  }

  async #send<C extends DeskCommand>(
    Message: MessageOf<C>,
    viewer: Viewer,
    header: Header,
    deskId: string,
    body: C,
    reply: FastifyReply,
  ): Promise<DeskCommandAnswer> {
    const accepted = await this.sender.send(Message, viewer, header, deskId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return { deskId, ...answerOf(accepted) };
  }
}
