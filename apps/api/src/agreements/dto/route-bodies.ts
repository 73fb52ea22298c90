import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { FreeText, Hash, Id, NestedList, Word } from '../../fields/fields.js';

type BodyOf<Command extends { readonly type: string }> = Omit<Command, 'type'>;

const MAX_POSTS = 100;
const MAX_REASON = 2_000;
const POST = { description: "one of the party's approval route", example: 'legal' };

@ApiSchema({ name: 'NamedApprover' })
class NamedApproverDto {
  @Word(POST)
  readonly post!: string;

  @Id()
  readonly positionId!: string;
}

@ApiSchema({ name: 'NameApprovers' })
export class NameApproversDto implements BodyOf<agreement.NameApprovers> {
  @Id()
  readonly partyId!: string;

  @NestedList(() => NamedApproverDto, MAX_POSTS, { description: 'one for each post of the route' })
  readonly approvers!: readonly NamedApproverDto[];
}

@ApiSchema({ name: 'EndorseText' })
export class EndorseTextDto implements BodyOf<agreement.EndorseText> {
  @Id()
  readonly partyId!: string;

  @Word(POST)
  readonly post!: string;

  @Hash({ description: 'of the text that is meant' })
  readonly textHash!: string;
}

@ApiSchema({ name: 'ReturnText' })
export class ReturnTextDto extends EndorseTextDto implements BodyOf<agreement.ReturnText> {
  @FreeText(MAX_REASON)
  readonly reason!: string;
}
