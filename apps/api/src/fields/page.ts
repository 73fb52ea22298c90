import type { Freshness, Page, ParkedSince } from '@entente/application';
import { ApiExtraModels, ApiSchema } from '@nestjs/swagger';

import { AnInstant, AnInteger, AText, AWord, Part, PartList } from './answer-fields.js';

@ApiSchema({ name: 'ParkedSince' })
export class ParkedSinceDto implements ParkedSince {
  @AnInstant()
  readonly since!: string;

  @AWord(['unreadable-event', 'unknown-event', 'failed'], 'ParkingReason')
  readonly reason!: ParkedSince['reason'];
}

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

  @Part(() => ParkedSinceDto, {
    nullable: true,
    description: 'set when the view leaves out later events of the agreement that was asked for',
  })
  readonly parked!: ParkedSinceDto | null;
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
