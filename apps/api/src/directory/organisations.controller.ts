import type { Viewer } from '@entente/access';
import {
  derivedId,
  Facts,
  GetOrganisation,
  GetPositionsOn,
  ListOrganisations,
  RegisterOrganisation,
  type Asked,
  type OrganisationDetail,
  type OrganisationRow,
  type Page,
  type PositionsOnDay,
} from '@entente/application';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { OrganisationCommandAnswerDto } from '../fields/command-answer.js';
import { SearchDto } from '../fields/paging.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { Me, WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { found } from '../requests/found.js';
import { uuidInPath } from '../requests/uuid-in-path.js';
import { OrganisationPageDto, RegisterOrganisationDto } from './directory.dto.js';
import { OnDayDto, PositionsOnDayDto } from './on-day.dto.js';
import { OrganisationDetailDto } from './organisation-answers.js';

type OrganisationCommandAnswer = CommandAnswer & { readonly organisationId: string };

@ApiTags('directory')
@Controller('api/organisations')
export class OrganisationsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly facts: Facts,
  ) {}

  @Get()
  @Asks('listOrganisations', 'Organisations and who fills their positions')
  @ApiOkResponse({ type: OrganisationPageDto })
  list(@WhoAsks() asked: Asked, @Query() { search, ...paging }: SearchDto): Promise<Page<OrganisationRow>> {
    return this.queries.execute(new ListOrganisations(asked, search, paging));
  }

  @Post()
  @Commands('registerOrganisation', 'Register an organisation')
  @ApiCreatedResponse({ type: OrganisationCommandAnswerDto })
  async register(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Body() fields: RegisterOrganisationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationCommandAnswer> {
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const organisationId = derivedId(this.facts.sha1, header.commandId, 'organisation');
    const body = commandBody('RegisterOrganisation', fields);
    const accepted = await this.sender.send(RegisterOrganisation, viewer, header, organisationId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return { organisationId, ...answerOf(accepted) };
  }

  @Get(':organisation')
  @Asks('getOrganisation', 'One organisation with its names, positions and mandates over time')
  @ApiParam({ name: 'organisation', format: 'uuid' })
  @ApiOkResponse({ type: OrganisationDetailDto })
  async organisation(
    @WhoAsks() asked: Asked,
    @Param('organisation') organisation: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationDetail> {
    const organisationId = uuidInPath(organisation);
    const detail = found(await this.queries.execute(new GetOrganisation(asked, organisationId)));
    void reply.header('etag', etagOf(detail.revision));
    return detail;
  }

  @Get(':organisation/positions')
  @Asks('getPositionsOn', 'Who held its positions on a day, who granted it, and the event that says so')
  @ApiParam({ name: 'organisation', format: 'uuid' })
  @ApiOkResponse({ type: PositionsOnDayDto })
  async positions(
    @WhoAsks() asked: Asked,
    @Param('organisation') organisation: string,
    @Query() { on }: OnDayDto,
  ): Promise<PositionsOnDay> {
    return found(await this.queries.execute(new GetPositionsOn(asked, uuidInPath(organisation), on)));
  }
}
