import {
  CompareTexts,
  GetText,
  type AgreementText,
  type AgreementTextDifference,
  type Asked,
} from '@entente/application';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { WhoAsks } from '../requests/asked.js';
import { Asks } from '../requests/documented.js';
import { found } from '../requests/found.js';
import { AgreementReference } from './agreement-reference.js';
import { AgreementTextDto, TextDifferenceDto, TextMomentDto, TwoTextsDto } from './dto/text.dto.js';

const Reference = ApiParam({ name: 'agreement', description: 'id or reference number' });

@ApiTags('agreements')
@Controller('api/agreements/:agreement/text')
export class TextController {
  constructor(
    private readonly queries: QueryBus,
    private readonly references: AgreementReference,
  ) {}

  @Get()
  @Asks('getText', 'The text now or after a revision, and every text there has been')
  @Reference
  @ApiOkResponse({ type: AgreementTextDto })
  async text(
    @WhoAsks() asked: Asked,
    @Param('agreement') reference: string,
    @Query() { at }: TextMomentDto,
  ): Promise<AgreementText> {
    const agreementId = await this.references.idOf(asked, reference);
    return found(await this.queries.execute(new GetText(asked, agreementId, at)));
  }

  @Get('diff')
  @Asks('compareTexts', 'What became of the text between two revisions, section by section')
  @Reference
  @ApiOkResponse({ type: TextDifferenceDto })
  async compare(
    @WhoAsks() asked: Asked,
    @Param('agreement') reference: string,
    @Query() { from, to }: TwoTextsDto,
  ): Promise<AgreementTextDifference> {
    const agreementId = await this.references.idOf(asked, reference);
    return found(await this.queries.execute(new CompareTexts(asked, agreementId, from, to)));
  }
}
