import type { Actor, Viewer } from '@entente/access';
import type { OrganisationCommand } from '@entente/directory';
import type { Header, OrganisationMessage } from '@entente/application';
import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { OrganisationCommandAnswerDto } from '../fields/command-answer.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { Me } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { uuidInPath } from '../requests/uuid-in-path.js';
import { organisationCommands, type OrganisationCommandRow } from './organisation-commands.js';

type OrganisationCommandAnswer = CommandAnswer & { readonly organisationId: string };

/** Every command of an organisation at `POST /api/organisations/{id}/{command}`; its methods are made from the table. */
@ApiTags('directory')
@Controller('api/organisations')
export class OrganisationCommandsController {
  constructor(private readonly sender: CommandSender) {}

  async send(
    row: OrganisationCommandRow,
    viewer: Viewer,
    headers: CommandHeaders,
    organisation: string,
    fields: object,
    reply: FastifyReply,
  ): Promise<OrganisationCommandAnswer> {
    const organisationId = uuidInPath(organisation);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    // The table pairs each message with the DTO of its body, which the pipe has checked.
    const Message = row.message as new (
      sender: Actor,
      header: Header,
      target: string,
      body: OrganisationCommand,
    ) => OrganisationMessage;
    const body = commandBody(row.type, fields) as OrganisationCommand;
    const accepted = await this.sender.send(Message, viewer, header, organisationId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return { organisationId, ...answerOf(accepted) };
  }
}

for (const row of organisationCommands) addRoute(row);

function addRoute(row: OrganisationCommandRow): void {
  const prototype = OrganisationCommandsController.prototype;
  const name = row.type.charAt(0).toLowerCase() + row.type.slice(1);
  const method = function (
    this: OrganisationCommandsController,
    viewer: Viewer,
    headers: CommandHeaders,
    organisation: string,
    fields: object,
    reply: FastifyReply,
  ): Promise<OrganisationCommandAnswer> {
    return this.send(row, viewer, headers, organisation, fields, reply);
  };
  const descriptor = { value: method, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(prototype, name, descriptor);
  // What the compiler would have written for a method with these parameters: the pipe reads the body's class from it.
  Reflect.defineMetadata('design:paramtypes', [Object, Object, String, row.dto, Object], prototype, name);
  Me()(prototype, name, 0);
  Headers()(prototype, name, 1);
  Param('organisation')(prototype, name, 2);
  Body()(prototype, name, 3);
  Res({ passthrough: true })(prototype, name, 4);
  const decorators = [
    Post(`:organisation/${row.path}`),
    HttpCode(200),
    Commands(name, row.summary),
    ApiParam({ name: 'organisation', format: 'uuid' }),
    ApiBody({ type: row.dto }),
    ApiOkResponse({ type: OrganisationCommandAnswerDto }),
  ];
  for (const decorate of decorators) decorate(prototype, name, descriptor);
}
