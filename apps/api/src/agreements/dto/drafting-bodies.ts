import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { Hash, Id, IdList, Key, OneOf, Text } from '../../fields/fields.js';
import { LocalTextField, type LocalTextDto } from '../../fields/local-text.js';
import { AUDIENCES, LANGUAGES } from '../../fields/words.js';

type BodyOf<Command extends { readonly type: string }> = Omit<Command, 'type'>;

const MAX_PARTIES = 20;
const SIDE = { optional: true, description: "the party on whose side it is done; absent: the coordinators'" };

@ApiSchema({ name: 'ServeText' })
export class ServeTextDto implements BodyOf<agreement.ServeText> {
  @Id(SIDE)
  readonly partyId?: string;

  @IdList(MAX_PARTIES, { optional: true, description: 'parties; absent: all others' })
  readonly to?: readonly string[];
}

@ApiSchema({ name: 'AttachAnnex' })
export class AttachAnnexDto implements BodyOf<agreement.AttachAnnex> {
  @Hash({ description: 'of a file that was sent to /api/files before' })
  readonly sha256!: string;

  @LocalTextField()
  readonly title!: LocalTextDto;
}

@ApiSchema({ name: 'RemoveAnnex' })
export class RemoveAnnexDto implements BodyOf<agreement.RemoveAnnex> {
  @Hash()
  readonly sha256!: string;
}

@ApiSchema({ name: 'ProvideTextFile' })
export class ProvideTextFileDto implements BodyOf<agreement.ProvideTextFile> {
  @OneOf(LANGUAGES, 'Language')
  readonly rendition!: agreement.Language;

  @Hash({ description: 'of a file that was sent to /api/files before' })
  readonly sha256!: string;

  @Hash({ nullable: true, description: 'of the whole text that it changes; null: there was none' })
  readonly textHash!: string | null;
}

@ApiSchema({ name: 'RemoveTextFile' })
export class RemoveTextFileDto implements BodyOf<agreement.RemoveTextFile> {
  @OneOf(LANGUAGES, 'Language')
  readonly rendition!: agreement.Language;

  @Hash()
  readonly sha256!: string;
}

@ApiSchema({ name: 'AddComment' })
export class AddCommentDto implements BodyOf<agreement.AddComment> {
  @Id(SIDE)
  readonly partyId?: string;

  @OneOf(AUDIENCES, 'Audience', {
    description: 'who may read it; an answer is for those for whom the comment is',
  })
  readonly audience!: agreement.Audience;

  @Key({ optional: true, description: 'absent: it is about the whole letter', example: 'purpose' })
  readonly sectionId?: string;

  @Text(1_000, { optional: true, description: 'the words it is about' })
  readonly quote?: string;

  @Text(10_000)
  readonly text!: string;

  @Id({ optional: true, description: 'the comment it answers' })
  readonly replyTo?: string;
}

@ApiSchema({ name: 'CommentNamed' })
class CommentNamedDto {
  @Id(SIDE)
  readonly partyId?: string;

  @Id()
  readonly commentId!: string;
}

@ApiSchema({ name: 'ResolveComment' })
export class ResolveCommentDto extends CommentNamedDto implements BodyOf<agreement.ResolveComment> {}

@ApiSchema({ name: 'ReopenComment' })
export class ReopenCommentDto extends CommentNamedDto implements BodyOf<agreement.ReopenComment> {}
