import {
  GetMessageToCopy,
  ListRemindedPeople,
  reminderMessages,
  type Asked,
  type MessageToCopy,
  type RemindedPeople,
} from '@entente/application';
import type { AnswerCommand } from '@entente/reminder';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { AgreementReference } from '../agreements/agreement-reference.js';
import { CommandAnswerDto } from '../fields/command-answer.js';
import { RequestProblem } from '../problems/request-problem.js';
import { answerOf, type CommandAnswer } from '../requests/answer.js';
import { WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { found } from '../requests/found.js';
import {
  AcknowledgeReminderDto,
  HandOverDutyDto,
  MessageQueryDto,
  MessageToCopyDto,
  RecordToldDto,
  RemindedPeopleDto,
  SnoozeReminderDto,
} from './reminder-answers.dto.js';

const Reference = ApiParam({ name: 'agreement', description: 'id or reference number' });
const Deadline = ApiParam({ name: 'deadline', description: 'its id' });

/** What people answer to reminders, and whom somebody told without a program. */
@ApiTags('notices')
@Controller('api/agreements/:agreement')
export class ReminderAnswersController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly references: AgreementReference,
  ) {}

  @Get('deadlines/:deadline/people')
  @Asks('listRemindedPeople', 'Who is reminded of a deadline, and what they answered')
  @Reference
  @Deadline
  @ApiOkResponse({ type: RemindedPeopleDto })
  async people(
    @WhoAsks() asked: Asked,
    @Param('agreement') reference: string,
    @Param('deadline') deadlineId: string,
  ): Promise<RemindedPeople> {
    const agreementId = await this.references.idOf(asked, reference);
    return found(await this.queries.execute(new ListRemindedPeople(asked, agreementId, deadlineId)));
  }

  @Get('deadlines/:deadline/message')
  @Asks('getMessageToCopy', 'A message with a link, to be passed on by hand')
  @Reference
  @Deadline
  @ApiOkResponse({ type: MessageToCopyDto })
  async message(
    @WhoAsks() asked: Asked,
    @Param('agreement') reference: string,
    @Param('deadline') deadlineId: string,
    @Query() { position }: MessageQueryDto,
  ): Promise<MessageToCopy> {
    const agreementId = await this.references.idOf(asked, reference);
    const query = new GetMessageToCopy(asked, agreementId, deadlineId, position);
    const message = found(await this.queries.execute(query));
    if (message === 'not-allowed') throw new RequestProblem('not-allowed');
    return message;
  }

  @Post('acknowledge-reminder')
  @HttpCode(200)
  @Commands('acknowledgeReminder', 'I am on it')
  @Reference
  @ApiOkResponse({ type: CommandAnswerDto })
  acknowledge(
    @WhoAsks() asked: Asked,
    @Headers() headers: CommandHeaders,
    @Param('agreement') reference: string,
    @Body() fields: AcknowledgeReminderDto,
  ): Promise<CommandAnswer> {
    return this.#send(asked, headers, reference, commandBody('AcknowledgeReminder', fields));
  }

  @Post('snooze-reminder')
  @HttpCode(200)
  @Commands('snoozeReminder', 'Remind me again on that day')
  @Reference
  @ApiOkResponse({ type: CommandAnswerDto })
  snooze(
    @WhoAsks() asked: Asked,
    @Headers() headers: CommandHeaders,
    @Param('agreement') reference: string,
    @Body() fields: SnoozeReminderDto,
  ): Promise<CommandAnswer> {
    return this.#send(asked, headers, reference, commandBody('SnoozeReminder', fields));
  }

  @Post('hand-over-duty')
  @HttpCode(200)
  @Commands('handOverDuty', 'It is not mine; whose it is, where that is known')
  @Reference
  @ApiOkResponse({ type: CommandAnswerDto })
  handOver(
    @WhoAsks() asked: Asked,
    @Headers() headers: CommandHeaders,
    @Param('agreement') reference: string,
    @Body() fields: HandOverDutyDto,
  ): Promise<CommandAnswer> {
    return this.#send(asked, headers, reference, commandBody('HandOverDuty', fields));
  }

  @Post('record-told')
  @HttpCode(200)
  @Commands('recordTold', 'Record that somebody was told by hand')
  @Reference
  @ApiOkResponse({ type: CommandAnswerDto })
  told(
    @WhoAsks() asked: Asked,
    @Headers() headers: CommandHeaders,
    @Param('agreement') reference: string,
    @Body() fields: RecordToldDto,
  ): Promise<CommandAnswer> {
    return this.#send(asked, headers, reference, commandBody('RecordTold', fields));
  }

  async #send(
    asked: Asked,
    headers: CommandHeaders,
    reference: string,
    body: AnswerCommand,
  ): Promise<CommandAnswer> {
    const { viewer } = asked;
    const agreementId = await this.references.idOf(asked, reference);
    const header = this.sender.header(viewer.personId, viewer.space, headers);
    // One of the messages by its name: the compiler cannot pair them, the name does.
    const Message = reminderMessages[body.type] as typeof reminderMessages.RecordTold;
    return answerOf(await this.sender.send(Message, viewer, header, agreementId, body as never));
  }
}
