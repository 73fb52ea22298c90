import type { Freshness, Page } from '@entente/application';
import { ApiExtraModels, ApiSchema } from '@nestjs/swagger';

import { AnInteger, AText, Part, PartList } from './answer-fields.js';

@ApiSchema({ name: 'Freshness' })
export class FreshnessDto implements Freshness {
  @AText()
  readonly view!: string;

  @AnInteger()
  readonly version!: number;

  @AText({ nullable: true, description: 'the log position it shows; null before the first event' })
  readonly position!: string | null;

  @AnInteger({ description: 'milliseconds since the oldest event it does not show yet' })
  readonly lagMs!: number;
}

/** OpenAPI knows no generic types: a page is a class per row. */
export function pageOf<Row extends object>(row: new () => Row): new () => Page<Row> {
  @ApiExtraModels(row)
  class PageOfRows implements Page<Row> {
    @PartList(() => row)
    readonly items!: readonly Row[];

    @AText({ nullable: true, description: 'opaque; null on the last page' })
    readonly nextCursor!: string | null;

    @AnInteger({ description: 'rows that pass the filter, over all pages' })
    readonly total!: number;

    @Part(() => FreshnessDto)
    readonly freshness!: FreshnessDto;
  }
  return PageOfRows;
}
