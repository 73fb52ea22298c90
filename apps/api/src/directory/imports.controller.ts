import type { Viewer } from '@entente/access';
import { Facts, importDirectory, type ImportFault, type ImportedRow } from '@entente/application';
import { refusalSentence } from '@entente/narrative';
import { CsvMalformed, readCsv } from '@entente/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { CommandRefused } from '../problems/command-refused.js';
import { Me } from '../requests/asked.js';
import { Commands } from '../requests/documented.js';
import { ImportReportDto, ImportTableDto } from './import.dto.js';

@ApiTags('directory')
@Controller('api/imports')
export class ImportsController {
  constructor(
    private readonly facts: Facts,
    private readonly bus: CommandBus,
  ) {}

  @Post('organisations')
  @HttpCode(200)
  @Commands('importOrganisations', 'Bring in organisations and who fills their positions, all rows or none')
  @ApiOkResponse({ type: ImportReportDto })
  async organisations(
    @Me() viewer: Viewer,
    @Body() { csv, dryRun }: ImportTableDto,
  ): Promise<ImportReportDto> {
    const read = rowsOf(csv);
    if ('line' in read)
      return { ...NOTHING, faults: [told({ line: read.line, column: null, code: 'no-csv' })] };
    const report = await importDirectory(
      this.facts,
      (message) => this.bus.execute(message),
      viewer,
      read,
      dryRun,
    );
    if (!report) throw new CommandRefused({ code: 'not-allowed' });
    return { ...report, faults: report.faults.map(told) };
  }
}

const NOTHING = { rows: 0, changes: { organisations: 0, people: 0, positions: 0 }, recorded: false };

function rowsOf(csv: string): readonly ImportedRow[] | CsvMalformed {
  try {
    return readCsv(csv);
  } catch (error) {
    if (error instanceof CsvMalformed) return error;
    throw error;
  }
}

function told({ line, column, code, facts }: ImportFault): ImportReportDto['faults'][number] {
  const sentence = { zh: refusalSentence(code, facts, 'zh'), en: refusalSentence(code, facts, 'en') };
  return { line, column, code, sentence };
}
