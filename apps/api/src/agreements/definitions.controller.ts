import { mayPublish, type Viewer } from '@entente/access';
import { checkDefinition, DEFINITION_SCHEMA, type WorkflowDefinition } from '@entente/agreement';
import {
  checkPublication,
  CountLettersByDefinition,
  Facts,
  ListDefinitions,
  PublishDefinition,
  type Asked,
  type DefinitionList,
  type LettersByDefinition,
} from '@entente/application';
import { definitionFaultSentence, drawDefinition, refusalSentence } from '@entente/narrative';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CommandRefused } from '../problems/command-refused.js';
import { answerOf } from '../requests/answer.js';
import { Me, WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { found } from '../requests/found.js';
import { WorkflowDefinitionDto } from './dto/definition.dto.js';
import { DefinitionListDto, DrawingQueryDto, LettersByDefinitionDto } from './dto/definition-list.dto.js';
import { PublicationDto, PublishQueryDto } from './dto/publication.dto.js';

@ApiTags('definitions')
@Controller('api/definitions')
export class DefinitionsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly facts: Facts,
  ) {}

  @Get()
  @Asks('listDefinitions', 'Every workflow definition by which agreements go: shipped, then published')
  @ApiOkResponse({ type: DefinitionListDto })
  list(@WhoAsks() asked: Asked): Promise<DefinitionList> {
    return this.queries.execute(new ListDefinitions(asked));
  }

  @Post()
  @HttpCode(200)
  @Commands(
    'publishDefinition',
    'Publish a version of a workflow definition, or only say what is wrong with it',
  )
  @ApiBody({
    schema: { type: 'object', additionalProperties: true, description: 'see /api/definitions/schema' },
  })
  @ApiOkResponse({ type: PublicationDto })
  async publish(
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Query() { dryRun = false }: PublishQueryDto,
    @Body() json: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicationDto> {
    if (dryRun) return this.#lookAt(viewer, json);
    // Checking costs, and faults tell how definitions are made: neither is for everybody.
    if ('refused' in mayPublish(viewer)) throw new CommandRefused({ code: 'not-allowed' });
    const { definition, faults } = checkDefinition(json);
    // Without a name there is no stream to ask.
    if (!definition) throw new CommandRefused({ code: 'definition-faulty', facts: { faults } });
    const { name, version } = definition;
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const body = commandBody('PublishDefinition', { definition: json });
    const accepted = await this.sender.send(PublishDefinition, viewer, header, name, body);
    void reply.header('etag', etagOf(accepted.revision));
    const { events, position } = answerOf(accepted);
    return { definition: `${name}@${version}`, faults: [], published: events.length > 0, position };
  }

  async #lookAt(viewer: Viewer, json: object): Promise<PublicationDto> {
    const report = await checkPublication(this.facts, viewer, json);
    if (!report) throw new CommandRefused({ code: 'not-allowed' });
    const { definition, faults, refusal } = report;
    const told = faults.map((fault) => ({
      pointer: fault.pointer,
      code: fault.code,
      sentence: { zh: definitionFaultSentence(fault, 'zh'), en: definitionFaultSentence(fault, 'en') },
    }));
    const refused = refusal && {
      pointer: `/${refusal.field ?? ''}`,
      code: refusal.code,
      sentence: {
        zh: refusalSentence(refusal.code, refusal.facts, 'zh'),
        en: refusalSentence(refusal.code, refusal.facts, 'en'),
      },
    };
    return { definition, faults: refused ? [...told, refused] : told, published: false, position: null };
  }

  @Get('schema')
  @Asks('getDefinitionSchema', 'The JSON Schema (2020-12) of a workflow definition')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  schema(): object {
    return DEFINITION_SCHEMA;
  }

  @Get('letters')
  @Asks('countLettersByDefinition', 'How many of the letters the viewer may see go by each definition')
  @ApiOkResponse({ type: LettersByDefinitionDto })
  letters(@WhoAsks() asked: Asked): Promise<LettersByDefinition> {
    return this.queries.execute(new CountLettersByDefinition(asked));
  }

  @Get(':definition/drawing')
  @Asks('getDefinitionDrawing', 'A workflow definition drawn: its stages, and the ways between them')
  @ApiParam({ name: 'definition', example: 'letter-of-intent@1' })
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async drawing(
    @Me() viewer: Viewer,
    @Param('definition') nameAtVersion: string,
    @Query() { language }: DrawingQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const definition = found(await this.facts.definitionOf(viewer.space, nameAtVersion));
    // Opened by itself it is a page of our address: nothing in it may run.
    const inert = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };
    await reply
      .headers(inert)
      .type('image/svg+xml; charset=utf-8')
      .send(drawDefinition(definition, language));
  }

  @Get(':definition')
  @Asks('getDefinition', 'A workflow definition: stages, roles of parties, titles')
  @ApiParam({ name: 'definition', example: 'letter-of-intent@1' })
  @ApiOkResponse({ type: WorkflowDefinitionDto })
  async definition(
    @Me() viewer: Viewer,
    @Param('definition') nameAtVersion: string,
  ): Promise<WorkflowDefinition> {
    return found(await this.facts.definitionOf(viewer.space, nameAtVersion));
  }
}
