import type { Actor, Viewer } from '@entente/access';
import type { Header, MeetingMessage } from '@entente/application';
import type { LettersReportedSigned, MeetingCommand, MeetingFact } from '@entente/meeting';
import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { answerOf } from '../requests/answer.js';
import { Me } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender, type Accepted } from '../requests/command-sender.js';
import { Commands } from '../requests/documented.js';
import { etagOf } from '../requests/etag.js';
import { uuidInPath } from '../requests/uuid-in-path.js';
import { MeetingCommandAnswerDto } from './meeting-answers.dto.js';
import { meetingCommands, type MeetingCommandRow } from './meeting-commands.js';
import { ResultsAwaited } from './results-awaited.js';

/** Every command of a meeting at `POST /api/meetings/{id}/{command}`; its methods are made from the table. */
@ApiTags('meeting commands')
@Controller('api/meetings')
export class MeetingCommandsController {
  constructor(
    private readonly sender: CommandSender,
    private readonly results: ResultsAwaited,
  ) {}

  async send(
    row: MeetingCommandRow,
    viewer: Viewer,
    headers: CommandHeaders,
    meeting: string,
    fields: object,
    reply: FastifyReply,
  ): Promise<MeetingCommandAnswerDto> {
    const meetingId = uuidInPath(meeting);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    // The table pairs each message with the DTO of its body, which the pipe has checked.
    const Message = row.message as new (
      sender: Actor,
      header: Header,
      target: string,
      body: MeetingCommand,
    ) => MeetingMessage;
    const body = commandBody(row.type, fields) as MeetingCommand;
    const accepted = await this.sender.send(Message, viewer, header, meetingId, body);
    void reply.header('etag', etagOf(accepted.revision));
    const awaited = lettersIn(accepted);
    const { letters, position } = await this.results.of(viewer.space, meetingId, awaited);
    const results = letters.map(({ agreementId, status, code, partyId }) => ({
      agreementId,
      status,
      ...(code === undefined ? {} : { code }),
      ...(partyId === undefined ? {} : { partyId }),
    }));
    const answer = answerOf(accepted);
    const seen = awaited.length === 0 ? answer.position : (position ?? answer.position);
    return { meetingId, ...answer, position: seen, results };
  }
}

/** The letters that have a result or wait for one. */
function lettersIn({ events }: Accepted): readonly string[] {
  // The stream is a meeting's, so its events are too.
  return (events as unknown as MeetingFact[]).flatMap((event) => {
    if (event.type === 'LetterSigned' || event.type === 'LetterNotSigned') return [event.data.agreementId];
    return event.type === 'LettersReportedSigned' ? idsOf(event) : [];
  });
}

function idsOf({ data }: LettersReportedSigned): readonly string[] {
  return data.letters.map(({ agreementId }) => agreementId);
}

for (const row of meetingCommands) addRoute(row);

function addRoute(row: MeetingCommandRow): void {
  const prototype = MeetingCommandsController.prototype;
  const name = row.type.charAt(0).toLowerCase() + row.type.slice(1);
  const method = function (
    this: MeetingCommandsController,
    viewer: Viewer,
    headers: CommandHeaders,
    meeting: string,
    fields: object,
    reply: FastifyReply,
  ): Promise<MeetingCommandAnswerDto> {
    return this.send(row, viewer, headers, meeting, fields, reply);
  };
  const descriptor = { value: method, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(prototype, name, descriptor);
  // What the compiler would have written for a method with these parameters: the pipe reads the body's class from it.
  Reflect.defineMetadata('design:paramtypes', [Object, Object, String, row.dto, Object], prototype, name);
  Me()(prototype, name, 0);
  Headers()(prototype, name, 1);
  Param('meeting')(prototype, name, 2);
  Body()(prototype, name, 3);
  Res({ passthrough: true })(prototype, name, 4);
  const decorators = [
    Post(`:meeting/${row.path}`),
    HttpCode(200),
    Commands(name, row.summary),
    ApiParam({ name: 'meeting', format: 'uuid' }),
    ApiBody({ type: row.dto }),
    ApiOkResponse({ type: MeetingCommandAnswerDto }),
  ];
  for (const decorate of decorators) decorate(prototype, name, descriptor);
}
