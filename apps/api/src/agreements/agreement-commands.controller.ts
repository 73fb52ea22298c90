import type { Actor } from '@entente/access';
import type { AgreementCommand } from '@entente/agreement';
import type { AgreementMessage, Asked, Header } from '@entente/application';
import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { AgreementCommandAnswerDto } from '../fields/command-answer.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { agreementCommands, type AgreementCommandRow } from './agreement-commands.js';
import { AgreementReference } from './agreement-reference.js';

type AgreementCommandAnswer = CommandAnswer & { readonly agreementId: string };

/** Every command of an agreement at `POST /api/agreements/{id}/{command}`; its methods are made from the table. */
@ApiTags('agreement commands')
@Controller('api/agreements')
export class AgreementCommandsController {
  constructor(
    private readonly sender: CommandSender,
    private readonly references: AgreementReference,
  ) {}

  async send(
    row: AgreementCommandRow,
    asked: Asked,
    headers: CommandHeaders,
    idOrNumber: string,
    fields: object,
    reply: FastifyReply,
  ): Promise<AgreementCommandAnswer> {
    const { viewer } = asked;
    const agreementId = await this.references.idOf(asked, idOrNumber);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    // The table pairs each message with the DTO of its body, which the pipe has checked.
    const Message = row.message as new (
      sender: Actor,
      header: Header,
      target: string,
      body: AgreementCommand,
    ) => AgreementMessage;
    const body = commandBody(row.type, fields) as AgreementCommand;
    const accepted = await this.sender.send(Message, viewer, header, agreementId, body);
    void reply.header('etag', etagOf(accepted.revision));
    return { agreementId, ...answerOf(accepted) };
  }
}

for (const row of agreementCommands) addRoute(row);

function addRoute(row: AgreementCommandRow): void {
  const prototype = AgreementCommandsController.prototype;
  const name = row.type.charAt(0).toLowerCase() + row.type.slice(1);
  const method = function (
    this: AgreementCommandsController,
    asked: Asked,
    headers: CommandHeaders,
    idOrNumber: string,
    fields: object,
    reply: FastifyReply,
  ): Promise<AgreementCommandAnswer> {
    return this.send(row, asked, headers, idOrNumber, fields, reply);
  };
  const descriptor = { value: method, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(prototype, name, descriptor);
  // What the compiler would have written for a method with these parameters: the pipe reads the body's class from it.
  Reflect.defineMetadata('design:paramtypes', [Object, Object, String, row.dto, Object], prototype, name);
  WhoAsks()(prototype, name, 0);
  Headers()(prototype, name, 1);
  Param('agreement')(prototype, name, 2);
  Body()(prototype, name, 3);
  Res({ passthrough: true })(prototype, name, 4);
  const decorators = [
    Post(`:agreement/${row.path}`),
    HttpCode(200),
    Commands(name, row.summary),
    ApiParam({ name: 'agreement', description: 'id or reference number' }),
    ApiBody({ type: row.dto }),
    ApiOkResponse({ type: AgreementCommandAnswerDto }),
  ];
  for (const decorate of decorators) decorate(prototype, name, descriptor);
}
