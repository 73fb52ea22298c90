import {
  countsOf,
  Facts,
  ListAgreementsUnder,
  migrateAgreements,
  type Asked,
  type MigrationLine,
} from '@entente/application';
import { mayPublish } from '@entente/access';
import { refusalSentence } from '@entente/narrative';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandRefused } from '../problems/command-refused.js';
import { WhoAsks } from '../requests/asked.js';
import { Headers, type CommandHeaders } from '../requests/command-headers.js';
import { CommandSender } from '../requests/command-sender.js';
import { Commands } from '../requests/documented.js';
import { found } from '../requests/found.js';
import { MigrateAgreementsDto, MigrationPageDto } from './dto/migration.dto.js';

const PAGE = 100;

@ApiTags('definitions')
@Controller('api/definitions')
export class MigrationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly sender: CommandSender,
    private readonly facts: Facts,
  ) {}

  @Post(':definition/migrate')
  @HttpCode(200)
  @Commands(
    'migrateAgreements',
    'Let the agreements in flight under a definition go on under another one, or only say what would come of it',
  )
  @ApiParam({ name: 'definition', example: 'letter-of-intent@1' })
  @ApiOkResponse({ type: MigrationPageDto })
  async migrate(
    @WhoAsks() asked: Asked,
    @Headers() headers: CommandHeaders,
    @Param('definition') from: string,
    @Body() { after, limit = PAGE, ...body }: MigrateAgreementsDto,
  ): Promise<MigrationPageDto> {
    const { viewer } = asked;
    if ('refused' in mayPublish(viewer)) throw new CommandRefused({ code: 'not-allowed' });
    found(await this.facts.definitionOf(viewer.space, from));
    if (!(await this.facts.definitionOf(viewer.space, body.to)))
      throw new CommandRefused({ code: 'unknown-definition', field: 'to' });
    const page = { limit, ...(after === undefined ? {} : { after }) };
    const under = await this.queries.execute(new ListAgreementsUnder(asked, from, page));
    const { commandId: runId } = this.sender.header(viewer.personId, viewer.space, headers);
    const lines = await migrateAgreements(
      this.facts,
      (message) => this.commands.execute(message),
      viewer,
      under.items,
      { ...body, runId },
    );
    if (!lines) throw new CommandRefused({ code: 'not-allowed' });
    const { total, next } = under;
    return { items: lines.map(told), counts: countsOf(lines), total, next };
  }
}

function told({ refusal, ...line }: MigrationLine): MigrationPageDto['items'][number] {
  if (!refusal) return { ...line, code: null };
  const { code, facts } = refusal;
  const sentence = { zh: refusalSentence(code, facts, 'zh'), en: refusalSentence(code, facts, 'en') };
  return { ...line, code, sentence };
}
