import type { Paging } from '@entente/application';

import { QueryInteger, QueryText } from './query-fields.js';

export class PagingDto implements Paging {
  @QueryText(2_000, { description: 'nextCursor of the page before' })
  readonly cursor?: string;

  @QueryInteger(1, 100, { default: 25 })
  readonly limit: number = 25;
}

export class SearchDto extends PagingDto {
  @QueryText(100)
  readonly search: string = '';
}
