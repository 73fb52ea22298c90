import type { Viewer } from '@entente/access';
import {
  derivedId,
  Facts,
  GetAgreement,
  GetBoard,
  GetHistory,
  ListReminders,
  ProposeAgreement,
  ReplayAgreement,
  type AgreementDetail,
  type AgreementReplay,
  type Asked,
  type BoardPage,
  type HistoryLine,
  type Page,
  type ReminderRow,
} from '@entente/application';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { ProposalAnswerDto } from '../fields/command-answer.js';
import { PagingDto } from '../fields/paging.js';
import { ReminderPageDto } from '../notices/reminder.dto.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { Me, WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { found } from '../requests/found.js';
import { AgreementReference } from './agreement-reference.js';
import { boardFilter, momentOf } from './ask.js';
import { AgreementDetailDto, AgreementReplayDto, BoardPageDto } from './dto/agreement-answers.js';
import { BoardQueryDto, MomentDto } from './dto/agreement-queries.js';
import { ProposeAgreementDto } from './dto/command-bodies.js';
import { HistoryPageDto, HistoryQueryDto } from './dto/history.dto.js';
import { NumberAwaited } from './number-awaited.js';
import { soughtAttributes } from './sought-attributes.js';

const Reference = ApiParam({ name: 'agreement', description: 'id or reference number' });

@ApiTags('agreements')
@Controller('api/agreements')
export class AgreementsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly facts: Facts,
    private readonly numbers: NumberAwaited,
    private readonly references: AgreementReference,
  ) {}

  @Get()
  @Asks('getBoard', 'The board: letters the viewer may see')
  @ApiOkResponse({ type: BoardPageDto })
  async board(@WhoAsks() asked: Asked, @Query() query: BoardQueryDto): Promise<BoardPage> {
    const attributes = await soughtAttributes(this.queries, asked, query.attribute);
    return this.queries.execute(new GetBoard(asked, boardFilter(query, attributes)));
  }

  @Post()
  @Commands('proposeAgreement', 'Propose an agreement')
  @ApiCreatedResponse({ type: ProposalAnswerDto })
  async propose(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Body() fields: ProposeAgreementDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer & { readonly agreementId: string; readonly number: string | null }> {
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const agreementId = derivedId(this.facts.sha1, header.commandId, 'agreement');
    const body = commandBody('ProposeAgreement', fields);
    const accepted = await this.sender.send(ProposeAgreement, viewer, header, agreementId, body);
    const numbered = await this.numbers.numbered(viewer.space, agreementId, accepted.revision);
    // The number is an event of its own: whoever goes on from this answer has seen it.
    const { revision, position } = numbered ?? accepted;
    const answer = answerOf({ ...accepted, revision, position });
    void reply.headers({ etag: etagOf(revision), location: `/api/agreements/${agreementId}` });
    return { agreementId, number: numbered?.number ?? null, ...answer };
  }

  @Get(':agreement')
  @Asks('getAgreement', 'One agreement as it stands, and what the viewer can do next')
  @Reference
  @ApiOkResponse({ type: AgreementDetailDto })
  async agreement(
    @WhoAsks() asked: Asked,
    @Param('agreement') reference: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AgreementDetail> {
    const agreementId = await this.references.idOf(asked, reference);
    const detail = found(await this.queries.execute(new GetAgreement(asked, agreementId)));
    void reply.header('etag', etagOf(detail.revision));
    return detail;
  }

  @Get(':agreement/history')
  @Asks('getHistory', 'What happened, one line per command, newest first')
  @Reference
  @ApiOkResponse({ type: HistoryPageDto })
  async history(
    @WhoAsks() asked: Asked,
    @Param('agreement') reference: string,
    @Query() { of, ...paging }: HistoryQueryDto,
  ): Promise<Page<HistoryLine>> {
    const agreementId = await this.references.idOf(asked, reference);
    return found(await this.queries.execute(new GetHistory(asked, agreementId, paging, of)));
  }

  @Get(':agreement/replay')
  @Asks('replayAgreement', 'The agreement as it was after a revision or at a moment')
  @Reference
  @ApiOkResponse({ type: AgreementReplayDto })
  async replay(
    @WhoAsks() asked: Asked,
    @Param('agreement') reference: string,
    @Query() moment: MomentDto,
  ): Promise<AgreementReplay> {
    const agreementId = await this.references.idOf(asked, reference);
    return found(await this.queries.execute(new ReplayAgreement(asked, agreementId, momentOf(moment))));
  }

  @Get(':agreement/reminders')
  @Asks('getAgreementReminders', 'What was and will be sent to remind of its deadlines')
  @Reference
  @ApiOkResponse({ type: ReminderPageDto })
  async reminders(
    @WhoAsks() asked: Asked,
    @Param('agreement') reference: string,
    @Query() paging: PagingDto,
  ): Promise<Page<ReminderRow>> {
    const agreementId = await this.references.idOf(asked, reference);
    return found(await this.queries.execute(new ListReminders(asked, agreementId, paging)));
  }
}
