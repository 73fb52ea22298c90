import { Id, Instant } from '../../fields/fields.js';
import { QueryAttributes } from '../../fields/query-attributes.js';
import { PagingDto } from '../../fields/paging.js';
import { QueryFlag, QueryInteger, QueryStages, QueryText } from '../../fields/query-fields.js';
import type { AskedAttributes } from '../sought-attributes.js';

export class BoardQueryDto extends PagingDto {
  @QueryStages()
  readonly stage?: readonly string[];

  @QueryText(100, {
    description: 'in all that a letter says, in both languages, and in the names of those who sign it',
  })
  readonly search?: string;

  @Id({ optional: true })
  readonly partyId?: string;

  @Id({ optional: true, description: 'a further party' })
  readonly withPartyId?: string;

  @QueryFlag({ description: 'only letters that wait for the viewer' })
  readonly mine?: boolean;

  @QueryFlag()
  readonly late?: boolean;

  @Id({ optional: true, description: 'looked after by this desk' })
  readonly deskId?: string;

  @QueryInteger(1900, 2200, { description: 'local year in which it was proposed' })
  readonly year?: number;

  @QueryText(200, { description: 'its field, as it is written in one language' })
  readonly field?: string;

  @QueryAttributes()
  readonly attribute?: AskedAttributes;
}

export class MomentDto {
  @QueryInteger(0, Number.MAX_SAFE_INTEGER)
  readonly revision?: number;

  @Instant({ optional: true })
  readonly at?: string;
}
