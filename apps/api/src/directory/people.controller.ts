import type { Viewer } from '@entente/access';
import {
  derivedId,
  Facts,
  ListPeople,
  RegisterPerson,
  type Asked,
  type Page,
  type PersonRow,
} from '@entente/application';
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { PersonCommandAnswerDto } from '../fields/command-answer.js';
import { SearchDto } from '../fields/paging.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { Me, WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { PersonPageDto, RegisterPersonDto } from './directory.dto.js';

@ApiTags('directory')
@Controller('api/people')
export class PeopleController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly facts: Facts,
  ) {}

  @Get()
  @Asks('listPeople', 'People and the positions they fill')
  @ApiOkResponse({ type: PersonPageDto })
  list(@WhoAsks() asked: Asked, @Query() { search, ...paging }: SearchDto): Promise<Page<PersonRow>> {
    return this.queries.execute(new ListPeople(asked, search, paging));
  }

  @Post()
  @Commands('registerPerson', 'Register a person')
  @ApiCreatedResponse({ type: PersonCommandAnswerDto })
  async register(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Body() fields: RegisterPersonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer & { readonly personId: string }> {
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const personId = derivedId(this.facts.sha1, header.commandId, 'person');
    const body = commandBody('RegisterPerson', fields);
    const accepted = await this.sender.send(RegisterPerson, viewer, header, personId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return { personId, ...answerOf(accepted) };
  }
}
