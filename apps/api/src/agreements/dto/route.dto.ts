import type * as agreement from '@entente/agreement';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';

import { AFlag, AnId, AnInstant, AText, Part, PartList } from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';

@ApiSchema({ name: 'ApprovalPost' })
class ApprovalPostDto implements agreement.ApprovalPost {
  @AText()
  readonly name!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;
}

@ApiSchema({ name: 'ApprovalStep' })
export class ApprovalStepDto implements agreement.ApprovalStep {
  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @PartList(() => ApprovalPostDto)
  readonly posts!: readonly ApprovalPostDto[];

  @ApiProperty({
    type: Boolean,
    enum: [true],
    required: false,
    description: 'one of them is enough; absent: each',
  })
  readonly anyOf?: true;
}

@ApiSchema({ name: 'Approver' })
class ApproverDto {
  @AText({ description: 'of the route' })
  readonly post!: string;

  @AnId()
  readonly positionId!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;
}

@ApiSchema({ name: 'PostsWord' })
class PostsWordDto implements agreement.PostsWord {
  @AText()
  readonly post!: string;

  @AFlag({ description: 'false: it was sent back' })
  readonly endorsed!: boolean;

  @AText({ description: 'counts only while it equals the current textHash' })
  readonly textHash!: string;

  @AText({ optional: true, nullable: true, description: 'null: erased' })
  readonly reason?: string | null;

  @AText({ description: 'the person who said it' })
  readonly by!: string;

  @AnInstant()
  readonly at!: string;
}

@ApiSchema({ name: 'PartyRoute' })
export class PartyRouteDto implements agreement.PartyRoute {
  @AnId()
  readonly partyId!: string;

  @PartList(() => ApproverDto)
  readonly approvers!: readonly ApproverDto[];

  @PartList(() => PostsWordDto, { description: 'what each post said last' })
  readonly words!: readonly PostsWordDto[];
}
