import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AnInstant, AnId, AText, AWord, Part, TextList } from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';
import { AUDIENCES, LANGUAGES } from '../../fields/words.js';
import { FileReferenceDto } from './papers.dto.js';

@ApiSchema({ name: 'Served' })
export class ServedDto implements agreement.Served {
  @AText({ description: 'the text as it then was' })
  readonly textHash!: string;

  @AText({ description: 'id of a party, or coordinator' })
  readonly by!: string;

  @TextList({ description: 'ids of parties' })
  readonly to!: readonly string[];

  @ADay()
  readonly on!: string;

  @AnInstant()
  readonly at!: string;
}

@ApiSchema({ name: 'Annex' })
export class AnnexDto implements agreement.Annex {
  @Part(() => FileReferenceDto)
  readonly file!: FileReferenceDto;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @AnInstant()
  readonly attachedAt!: string;
}

@ApiSchema({ name: 'TextFile' })
export class TextFileDto implements agreement.TextFile {
  @AWord(LANGUAGES, 'Language')
  readonly rendition!: agreement.Language;

  @Part(() => FileReferenceDto)
  readonly file!: FileReferenceDto;

  @AnInstant()
  readonly providedAt!: string;
}

@ApiSchema({ name: 'CommentResolution' })
class ResolutionDto {
  @AText()
  readonly by!: string;

  @AnInstant()
  readonly at!: string;
}

@ApiSchema({ name: 'Comment' })
export class CommentDto implements agreement.Comment {
  @AnId()
  readonly commentId!: string;

  @AText({ description: 'on whose side it was written: id of a party, or coordinator' })
  readonly side!: string;

  @AWord(AUDIENCES, 'Audience')
  readonly audience!: agreement.Audience;

  @AText({ description: 'the side that began the conversation' })
  readonly owner!: string;

  @AText({ optional: true })
  readonly sectionId?: string;

  @AnId({ optional: true, description: 'the comment it answers' })
  readonly replyTo?: string;

  @AText({ nullable: true, description: 'the text it was written about' })
  readonly textHash!: string | null;

  @AText({ optional: true, nullable: true, description: 'null: erased' })
  readonly quote?: string | null;

  @AText({ nullable: true, description: 'null: erased' })
  readonly text!: string | null;

  @AText({ description: 'the person who wrote it' })
  readonly by!: string;

  @AnInstant()
  readonly at!: string;

  @Part(() => ResolutionDto, { optional: true })
  readonly resolved?: ResolutionDto;
}
