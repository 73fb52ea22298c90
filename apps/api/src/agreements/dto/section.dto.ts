import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { AText, Part } from '../../fields/answer-fields.js';

@ApiSchema({ name: 'Rendition' })
class RenditionDto implements agreement.Rendition {
  @AText()
  readonly heading!: string;

  @AText()
  readonly body!: string;

  @AText()
  readonly hash!: string;
}

@ApiSchema({ name: 'Renditions' })
class RenditionsDto {
  @Part(() => RenditionDto, { optional: true })
  readonly zh?: RenditionDto;

  @Part(() => RenditionDto, { optional: true })
  readonly en?: RenditionDto;
}

@ApiSchema({ name: 'Section' })
export class SectionDto implements agreement.Section {
  @AText()
  readonly sectionId!: string;

  @Part(() => RenditionsDto)
  readonly renditions!: RenditionsDto;
}
