import { ApiSchema } from '@nestjs/swagger';

import { AFlag, AText, Part, PartList } from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';
import { QueryFlag } from '../../fields/query-fields.js';

export class PublishQueryDto {
  @QueryFlag({ description: 'true: only say what is wrong with it' })
  readonly dryRun?: boolean;
}

@ApiSchema({ name: 'DefinitionFault' })
class DefinitionFaultDto {
  @AText({ description: 'JSON pointer to the place in the definition' })
  readonly pointer!: string;

  @AText()
  readonly code!: string;

  @Part(() => LocalTextDto)
  readonly sentence!: LocalTextDto;
}

@ApiSchema({ name: 'Publication' })
export class PublicationDto {
  @AText({ nullable: true, description: 'name@version; null while it is not a definition' })
  readonly definition!: string | null;

  @PartList(() => DefinitionFaultDto, { description: 'of a dry run; else the refusal names them' })
  readonly faults!: readonly DefinitionFaultDto[];

  @AFlag({ description: 'false: it was so already, or this was a dry run' })
  readonly published!: boolean;

  @AText({ nullable: true, description: 'log position to wait for in a later request (Entente-Seen)' })
  readonly position!: string | null;
}
