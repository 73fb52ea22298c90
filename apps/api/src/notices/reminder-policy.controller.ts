import type { Actor } from '@entente/access';
import {
  GetReminderPolicy,
  MuteReminders,
  RemindNow,
  SetReminderPolicy,
  UnmuteReminders,
  type Asked,
  type Header,
  type Message,
} from '@entente/application';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { AgreementReference } from '../agreements/agreement-reference.js';
import { EmptyDto } from '../agreements/dto/command-bodies.js';
import { CommandAnswerDto } from '../fields/command-answer.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { found } from '../requests/found.js';
import { MuteRemindersDto, RemindNowDto } from './mute-reminders.dto.js';
import { ReminderPoliciesDto, SetReminderPolicyDto } from './reminder-policy.dto.js';

const Reference = ApiParam({ name: 'agreement', description: 'id or reference number' });

@ApiTags('notices')
@Controller('api/agreements/:agreement')
export class ReminderPolicyController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly references: AgreementReference,
  ) {}

  @Get('reminder-policy')
  @Asks('getReminderPolicy', 'When people are reminded of its deadlines, each value with who said so')
  @Reference
  @ApiOkResponse({ type: ReminderPoliciesDto })
  async policy(@WhoAsks() asked: Asked, @Param('agreement') reference: string): Promise<ReminderPoliciesDto> {
    const agreementId = await this.references.idOf(asked, reference);
    return found(await this.queries.execute(new GetReminderPolicy(asked, agreementId)));
  }

  @Post('set-reminder-policy')
  @HttpCode(200)
  @Commands('setReminderPolicy', 'Set for this agreement when people are reminded of a kind of deadline')
  @Reference
  @ApiOkResponse({ type: CommandAnswerDto })
  set(
    @WhoAsks() asked: Asked,
    @Headers() headers: CommandHeaders,
    @Param('agreement') reference: string,
    @Body() fields: SetReminderPolicyDto,
  ): Promise<CommandAnswer> {
    return this.#send(SetReminderPolicy, asked, headers, reference, commandBody('SetReminderPolicy', fields));
  }

  @Post('mute-reminders')
  @HttpCode(200)
  @Commands('muteReminders', 'Remind nobody of this agreement until a day is over, with a reason')
  @Reference
  @ApiOkResponse({ type: CommandAnswerDto })
  mute(
    @WhoAsks() asked: Asked,
    @Headers() headers: CommandHeaders,
    @Param('agreement') reference: string,
    @Body() fields: MuteRemindersDto,
  ): Promise<CommandAnswer> {
    return this.#send(MuteReminders, asked, headers, reference, commandBody('MuteReminders', fields));
  }

  @Post('unmute-reminders')
  @HttpCode(200)
  @Commands('unmuteReminders', 'Let people be reminded of this agreement again')
  @Reference
  @ApiOkResponse({ type: CommandAnswerDto })
  unmute(
    @WhoAsks() asked: Asked,
    @Headers() headers: CommandHeaders,
    @Param('agreement') reference: string,
    @Body() fields: EmptyDto,
  ): Promise<CommandAnswer> {
    return this.#send(UnmuteReminders, asked, headers, reference, commandBody('UnmuteReminders', fields));
  }

  @Post('remind-now')
  @HttpCode(200)
  @Commands('remindNow', 'Remind whoever owes it of a deadline now; of one deadline once a day')
  @Reference
  @ApiOkResponse({ type: CommandAnswerDto })
  remindNow(
    @WhoAsks() asked: Asked,
    @Headers() headers: CommandHeaders,
    @Param('agreement') reference: string,
    @Body() fields: RemindNowDto,
  ): Promise<CommandAnswer> {
    return this.#send(RemindNow, asked, headers, reference, commandBody('RemindNow', fields));
  }

  async #send<Body extends { readonly type: string }>(
    Message: new (sender: Actor, header: Header, target: string, body: Body) => Message<Body>,
    asked: Asked,
    headers: CommandHeaders,
    reference: string,
    body: Body,
  ): Promise<CommandAnswer> {
    const { viewer } = asked;
    const agreementId = await this.references.idOf(asked, reference);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    return answerOf(await this.sender.send(Message, viewer, header, agreementId, body));
  }
}
