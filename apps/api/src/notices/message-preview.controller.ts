import { maySeeOutbox } from '@entente/access';
import { PreviewMessage, type Asked, type MessagePreview } from '@entente/application';
import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { RequestProblem } from '../problems/request-problem.js';
import { WhoAsks } from '../requests/asked.js';
import { Asks } from '../requests/documented.js';
import { found } from '../requests/found.js';
import { MessagePreviewDto } from './message-preview.dto.js';

@ApiTags('notices')
@Controller('api/agreements/:agreement/reminders')
export class MessagePreviewController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':deadline/:step/messages')
  @Asks('previewMessage', 'What a planned reminder would say, to whom and when')
  @ApiParam({ name: 'agreement', description: 'id or reference number' })
  @ApiParam({ name: 'deadline', description: 'its id' })
  @ApiParam({ name: 'step', description: 'as the plan names it, such as remind-5' })
  @ApiOkResponse({ type: MessagePreviewDto })
  async messages(
    @WhoAsks() asked: Asked,
    @Param('agreement') agreement: string,
    @Param('deadline') deadline: string,
    @Param('step') step: string,
  ): Promise<MessagePreview> {
    // Whom a party's people are reminded of is told to those who see the outbox.
    if (!maySeeOutbox(asked.viewer)) throw new RequestProblem('not-allowed');
    return found(await this.queries.execute(new PreviewMessage(asked, agreement, deadline, step)));
  }
}
