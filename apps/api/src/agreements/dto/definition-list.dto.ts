import type * as agreement from '@entente/agreement';
import type { DefinitionList, LettersByDefinition, LettersUnder } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { AnInteger, AText, Part, PartList } from '../../fields/answer-fields.js';
import { FreshnessDto } from '../../fields/page.js';
import { QueryWord } from '../../fields/query-fields.js';
import { WorkflowDefinitionDto } from './definition.dto.js';

@ApiSchema({ name: 'DefinitionList' })
export class DefinitionListDto implements DefinitionList {
  @PartList(() => WorkflowDefinitionDto)
  readonly items!: readonly agreement.WorkflowDefinition[];

  @Part(() => FreshnessDto)
  readonly freshness!: FreshnessDto;
}

@ApiSchema({ name: 'LettersUnder' })
class LettersUnderDto implements LettersUnder {
  @AText({ description: 'name@version' })
  readonly definition!: string;

  @AnInteger()
  readonly inFlight!: number;

  @AnInteger()
  readonly ended!: number;
}

@ApiSchema({ name: 'LettersByDefinition' })
export class LettersByDefinitionDto implements LettersByDefinition {
  @PartList(() => LettersUnderDto, { description: 'only definitions that some letters go by' })
  readonly items!: readonly LettersUnderDto[];

  @Part(() => FreshnessDto)
  readonly freshness!: FreshnessDto;
}

export class DrawingQueryDto {
  @QueryWord(['zh', 'en'], 'DrawingLanguage', { optional: false })
  readonly language!: agreement.Language;
}
