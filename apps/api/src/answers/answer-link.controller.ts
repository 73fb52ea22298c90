import { ANSWER_LINK, COPIED_LINK, type SystemActor } from '@entente/access';
import {
  AcknowledgeReminder,
  HandOverDuty,
  OpenedLinks,
  SnoozeReminder,
  type Message,
  type OpenedLink,
} from '@entente/application';
import { Public } from '@entente/identity';
import type { AnswerCommand } from '@entente/reminder';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';

import { EmptyDto } from '../agreements/dto/command-bodies.js';
import { RequestProblem } from '../problems/request-problem.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { AnswersByLink, AsksByLink } from '../requests/documented.js';
import { ANSWER_LIMIT } from '../throttling.js';
import { AnswerLinkPageDto, NotMineByLinkDto, pageOf, SnoozeByLinkDto } from './answer-link.dto.js';

const Token = ApiParam({ name: 'token', description: 'out of a message' });

/** Open to whoever has a link: what it may is written in it, and signed. To look changes nothing. */
@ApiTags('answers')
@Public()
@Throttle(ANSWER_LIMIT)
@Controller('api/answers/:token')
export class AnswerLinkController {
  constructor(
    private readonly links: OpenedLinks,
    private readonly sender: CommandSender,
  ) {}

  @Get()
  @AsksByLink('openAnswerLink', 'What a link answers; changes nothing')
  @Token
  @ApiOkResponse({ type: AnswerLinkPageDto })
  async look(@Param('token') token: string): Promise<AnswerLinkPageDto> {
    return pageOf(await this.#open(token));
  }

  @Post('acknowledge')
  @HttpCode(200)
  @AnswersByLink('acknowledgeByLink', 'I am on it')
  @Token
  @ApiOkResponse({ type: AnswerLinkPageDto })
  async acknowledge(
    @Param('token') token: string,
    @Headers() headers: CommandHeaders,
    @Body() _: EmptyDto,
  ): Promise<AnswerLinkPageDto> {
    return this.#answer(token, headers, AcknowledgeReminder, { type: 'AcknowledgeReminder' });
  }

  @Post('snooze')
  @HttpCode(200)
  @AnswersByLink('snoozeByLink', 'Remind me again on that day')
  @Token
  @ApiOkResponse({ type: AnswerLinkPageDto })
  async snooze(
    @Param('token') token: string,
    @Headers() headers: CommandHeaders,
    @Body() { until }: SnoozeByLinkDto,
  ): Promise<AnswerLinkPageDto> {
    return this.#answer(token, headers, SnoozeReminder, { type: 'SnoozeReminder', until });
  }

  @Post('not-mine')
  @HttpCode(200)
  @AnswersByLink('notMineByLink', 'It is not mine')
  @Token
  @ApiOkResponse({ type: AnswerLinkPageDto })
  async notMine(
    @Param('token') token: string,
    @Headers() headers: CommandHeaders,
    @Body() { word }: NotMineByLinkDto,
  ): Promise<AnswerLinkPageDto> {
    const said = word === undefined ? {} : { word };
    return this.#answer(token, headers, HandOverDuty, { type: 'HandOverDuty', ...said });
  }

  async #answer<Body extends Answering>(
    token: string,
    { idempotencyKey, correlationId }: CommandHeaders,
    Answer: new (...parts: ConstructorParameters<typeof Message<Body>>) => Message<Body>,
    said: Omit<Body, 'deadlineId' | 'version'>,
  ): Promise<AnswerLinkPageDto> {
    const { link } = await this.#open(token);
    const { space, personId, positionId, agreementId, deadlineId, version, copied } = link;
    const sender: SystemActor = {
      space,
      system: copied ? COPIED_LINK : ANSWER_LINK,
      onBehalfOf: { personId, positionId },
    };
    const header = this.sender.header(personId, space, {
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      ...(correlationId === undefined ? {} : { correlationId }),
    });
    // Whatever it says beside, it says it of the deadline that the link is about.
    const body = { ...said, deadlineId, version } as Body;
    await this.sender.send(Answer, sender, header, agreementId, body);
    return pageOf(await this.#open(token));
  }

  async #open(token: string): Promise<OpenedLink> {
    const opened = await this.links.open(token);
    if (typeof opened === 'string') throw new RequestProblem(opened);
    return opened;
  }
}

type Answering = Exclude<AnswerCommand, { type: 'RecordTold' }>;
