import { PreviewReminders, type Asked, type ForeseenCommand } from '@entente/application';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { AgreementReference } from '../agreements/agreement-reference.js';
import { CommandRefused } from '../problems/command-refused.js';
import { WhoAsks } from '../requests/asked.js';
import { commandBody } from '../requests/command-body.js';
import { Commands } from '../requests/documented.js';
import { found } from '../requests/found.js';
import { PreviewChangesDto, PreviewDto } from './preview-reminders.dto.js';

/** Stands where a reason will: nothing is recorded. */
const LOOKING = '…';

@ApiTags('notices')
@Controller('api/agreements/:agreement/reminders/preview')
export class PreviewRemindersController {
  constructor(
    private readonly queries: QueryBus,
    private readonly references: AgreementReference,
  ) {}

  @Post()
  @HttpCode(200)
  @Commands(
    'previewReminders',
    'Who is reminded when from now on, and what changes would make of it; changes nothing',
  )
  @ApiParam({ name: 'agreement', description: 'id or reference number' })
  @ApiOkResponse({ type: PreviewDto })
  async preview(
    @WhoAsks() asked: Asked,
    @Param('agreement') reference: string,
    @Body() changes: PreviewChangesDto,
  ): Promise<PreviewDto> {
    const agreementId = await this.references.idOf(asked, reference);
    const query = new PreviewReminders(asked, agreementId, commandsOf(changes));
    const plan = found(await this.queries.execute(query));
    if ('refused' in plan) throw new CommandRefused(plan.refused);
    return { items: plan };
  }
}

function commandsOf({ policy, move, recount, suspend, resume, mute }: PreviewChangesDto): ForeseenCommand[] {
  const reason = LOOKING;
  return [
    ...(policy ? [commandBody('SetReminderPolicy' as const, policy)] : []),
    ...(resume ? [{ type: 'ResumeDeadlines' as const }] : []),
    ...(recount ? [{ type: 'RecountDeadlines' as const, reason }] : []),
    ...(move ? [movedBy(move)] : []),
    ...(suspend ? [{ type: 'SuspendDeadlines' as const, reason }] : []),
    ...(mute ? [{ type: 'MuteReminders' as const, until: mute.until, reason }] : []),
  ];
}

function movedBy({ deadlineId, localDate }: NonNullable<PreviewChangesDto['move']>): ForeseenCommand {
  return { type: 'MoveDeadline', deadlineId, localDate, reason: LOOKING };
}
