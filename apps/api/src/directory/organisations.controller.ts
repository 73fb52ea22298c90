import type { Viewer } from '@entente/access';
import {
  derivedId,
  Facts,
  FillPosition,
  ListOrganisations,
  RegisterOrganisation,
  type Asked,
  type OrganisationRow,
  type Page,
} from '@entente/application';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
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
import { uuidInPath } from '../requests/uuid-in-path.js';
import { FillPositionDto, OrganisationPageDto, RegisterOrganisationDto } from './directory.dto.js';

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

  @Post(':organisation/fill-position')
  @HttpCode(200)
  @Commands('fillPosition', 'Say who fills a position of an organisation')
  @ApiParam({ name: 'organisation', format: 'uuid' })
  @ApiOkResponse({ type: OrganisationCommandAnswerDto })
  async fillPosition(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Param('organisation') organisation: string,
    @Body() fields: FillPositionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationCommandAnswer> {
    const organisationId = uuidInPath(organisation);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const body = commandBody('FillPosition', fields);
    const accepted = await this.sender.send(FillPosition, viewer, header, organisationId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return { organisationId, ...answerOf(accepted) };
  }
}
