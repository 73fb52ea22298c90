import type { Viewer } from '@entente/access';
import { GetReminderPolicy, SetReminderPolicy, type Asked } from '@entente/application';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { AgreementReference } from '../agreements/agreement-reference.js';
import { CommandAnswerDto } from '../fields/command-answer.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { Me, WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { found } from '../requests/found.js';
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
    return { items: found(await this.queries.execute(new GetReminderPolicy(asked, agreementId))) };
  }

  @Post('set-reminder-policy')
  @HttpCode(200)
  @Commands('setReminderPolicy', 'Set for this agreement when people are reminded of a kind of deadline')
  @Reference
  @ApiOkResponse({ type: CommandAnswerDto })
  async set(
    @WhoAsks() asked: Asked,
    @Me() viewer: Viewer,
    @Headers() headers: CommandHeaders,
    @Param('agreement') reference: string,
    @Body() fields: SetReminderPolicyDto,
  ): Promise<CommandAnswer> {
    const agreementId = await this.references.idOf(asked, reference);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    const body = commandBody('SetReminderPolicy', fields);
    return answerOf(await this.sender.send(SetReminderPolicy, viewer, header, agreementId, body));
  }
}
