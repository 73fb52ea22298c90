import { mayPublish } from '@entente/access';
import {
  Facts,
  ListCountedWithOlder,
  recountAgreements,
  type Asked,
  type Recount,
  type RecountLine,
} from '@entente/application';
import { refusalSentence } from '@entente/narrative';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';

import { CommandRefused } from '../problems/command-refused.js';
import { WhoAsks } from '../requests/asked.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Asks, Commands } from '../requests/documented.js';
import { found } from '../requests/found.js';
import { ApplyProposalsDto, ProposalPageDto, ProposalPageQuery } from './proposal.dto.js';

const PAGE = 100;
/** Stands where a reason will: nothing is recorded. */
const LOOKING = '…';

/** What a new version of a calendar would change of what is due, and the change itself: never by itself. */
@ApiTags('calendars')
@Controller('api/calendars')
export class ProposalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly facts: Facts,
  ) {}

  @Get(':calendar/proposals')
  @Asks('listProposals', 'Every open deadline that the newest version of a calendar would put on another day')
  @ApiParam({ name: 'calendar', example: 'cn' })
  @ApiOkResponse({ type: ProposalPageDto })
  proposals(
    @WhoAsks() asked: Asked,
    @Param('calendar') id: string,
    @Query() { after, limit = PAGE }: ProposalPageQuery,
  ): Promise<ProposalPageDto> {
    const page = { limit, ...(after === undefined ? {} : { after }) };
    return this.#run(asked, id, page, { runId: randomUUID(), dryRun: true, reason: LOOKING });
  }

  @Post(':calendar/apply-proposals')
  @HttpCode(200)
  @Commands(
    'applyProposals',
    'Put chosen deadlines, or page by page all of them, on the days that are proposed',
  )
  @ApiParam({ name: 'calendar', example: 'cn' })
  @ApiOkResponse({ type: ProposalPageDto })
  async apply(
    @WhoAsks() asked: Asked,
    @Headers() headers: CommandHeaders,
    @Param('calendar') id: string,
    @Body() { reason, chosen, after, limit = PAGE }: ApplyProposalsDto,
  ): Promise<ProposalPageDto> {
    const { viewer } = asked;
    const { commandId: runId } = this.sender.header(viewer.personId, viewer.space, headers);
    const page = { limit, ...(after === undefined ? {} : { after }) };
    const recount: Recount = {
      runId,
      dryRun: false,
      reason,
      ...(chosen ? { chosen: Map.groupBy(chosen, ({ agreementId }) => agreementId) } : {}),
    };
    return this.#run(asked, id, page, recount);
  }

  async #run(
    asked: Asked,
    id: string,
    page: ListCountedWithOlder['page'],
    recount: Recount,
  ): Promise<ProposalPageDto> {
    const { viewer } = asked;
    const permission = mayPublish(viewer);
    if ('refused' in permission) throw new CommandRefused(permission.refused);
    const [newest] = /^[a-z][a-z0-9-]{0,63}$/u.test(id)
      ? await this.facts.newestCalendars(viewer.space, [id])
      : [];
    const { version } = found(newest);
    const older = await this.queries.execute(new ListCountedWithOlder(asked, id, version, page));
    const { chosen } = recount;
    const ids = chosen ? [...chosen.keys()] : older.items;
    const lines =
      (await recountAgreements(
        this.facts,
        (message) => this.commands.execute(message),
        viewer,
        ids,
        recount,
      )) ?? [];
    const next = chosen ? null : older.next;
    return {
      items: lines.map(told),
      total: older.total,
      looked: ids.length,
      next,
      freshness: older.freshness,
    };
  }
}

function told({ refusal, ...line }: RecountLine): ProposalPageDto['items'][number] {
  if (!refusal) return { ...line, code: null };
  const { code, facts } = refusal;
  const sentence = { zh: refusalSentence(code, facts, 'zh'), en: refusalSentence(code, facts, 'en') };
  return { ...line, code, sentence };
}
