import type { Viewer } from '@entente/access';
import {
  ChangeContacts,
  DataKeys,
  derivedId,
  ErasePerson,
  Facts,
  GetPerson,
  ListPeople,
  RegisterPerson,
  SetReminderPreferences,
  type Asked,
  type Page,
  type PersonDetail,
  type PersonRow,
} from '@entente/application';
import { streamKey, streamName } from '@entente/event-sourcing';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
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
import { found } from '../requests/found.js';
import { uuidInPath } from '../requests/uuid-in-path.js';
import { PersonDetailDto } from './person.dto.js';
import {
  ChangeContactsDto,
  ErasePersonDto,
  PersonPageDto,
  RegisterPersonDto,
  SetReminderPreferencesDto,
} from './directory.dto.js';

@ApiTags('directory')
@Controller('api/people')
export class PeopleController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly facts: Facts,
    private readonly keys: DataKeys,
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

  @Get(':person')
  @Asks('getPerson', 'One person with contacts, positions over time and mandates')
  @ApiParam({ name: 'person', format: 'uuid' })
  @ApiOkResponse({ type: PersonDetailDto })
  async person(
    @WhoAsks() asked: Asked,
    @Param('person') person: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonDetail> {
    const detail = found(await this.queries.execute(new GetPerson(asked, uuidInPath(person))));
    void reply.header('etag', etagOf(detail.revision));
    return detail;
  }

  @Post(':person/change-contacts')
  @HttpCode(200)
  @Commands('changeContacts', "Change a person's address, telephone, zone or language")
  @ApiParam({ name: 'person', format: 'uuid' })
  @ApiOkResponse({ type: PersonCommandAnswerDto })
  async changeContacts(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Param('person') person: string,
    @Body() fields: ChangeContactsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer & { readonly personId: string }> {
    const personId = uuidInPath(person);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const body = commandBody('ChangeContacts', fields);
    const accepted = await this.sender.send(ChangeContacts, viewer, header, personId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return { personId, ...answerOf(accepted) };
  }

  @Post(':person/set-reminder-preferences')
  @HttpCode(200)
  @Commands(
    'setReminderPreferences',
    'Set in which hours a person is reminded, how, and until when not at all',
  )
  @ApiParam({ name: 'person', format: 'uuid' })
  @ApiOkResponse({ type: PersonCommandAnswerDto })
  async setReminderPreferences(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Param('person') person: string,
    @Body() fields: SetReminderPreferencesDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer & { readonly personId: string }> {
    const personId = uuidInPath(person);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const body = commandBody('SetReminderPreferences', fields);
    const accepted = await this.sender.send(SetReminderPreferences, viewer, header, personId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return { personId, ...answerOf(accepted) };
  }

  @Post(':person/erase')
  @HttpCode(200)
  @Commands('erasePerson', 'Take the name and contacts of a person out of everything, for good')
  @ApiParam({ name: 'person', format: 'uuid' })
  @ApiOkResponse({ type: PersonCommandAnswerDto })
  async erase(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Param('person') person: string,
    @Body() fields: ErasePersonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer & { readonly personId: string }> {
    const personId = uuidInPath(person);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const body = commandBody('ErasePerson', fields);
    const accepted = await this.sender.send(ErasePerson, viewer, header, personId, body);
    // At once, whatever the automation that does the same is busy with.
    await this.keys.destroy(streamKey(streamName(viewer.space, 'person', personId)));
    void reply.header('etag', etagOf(accepted.revision));
    return { personId, ...answerOf(accepted) };
  }
}
