import type * as agreement from '@entente/agreement';
import type { AgreementText, AgreementTextDifference, TextRevision } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import {
  AFlag,
  AnId,
  AnInstant,
  AnInteger,
  AText,
  AWord,
  Part,
  PartList,
} from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';
import { QueryInteger } from '../../fields/query-fields.js';
import { LANGUAGES } from '../../fields/words.js';
import { AnnexDto, TextFileDto } from './drafting.dto.js';
import { FileReferenceDto } from './papers.dto.js';
import { SectionDto } from './section.dto.js';

export class TextMomentDto {
  @QueryInteger(0, Number.MAX_SAFE_INTEGER, {
    optional: true,
    description: 'after this revision; absent: now',
  })
  readonly at?: number;
}

export class TwoTextsDto {
  @QueryInteger(0, Number.MAX_SAFE_INTEGER, { optional: false, description: 'the text after this revision' })
  readonly from!: number;

  @QueryInteger(0, Number.MAX_SAFE_INTEGER, { optional: false, description: 'and after this one' })
  readonly to!: number;
}

@ApiSchema({ name: 'TextRevision' })
class TextRevisionDto implements TextRevision {
  @AnInteger()
  readonly revision!: number;

  @AText({ nullable: true })
  readonly textHash!: string | null;

  @AnInstant()
  readonly recordedAt!: string;

  @Part(() => LocalTextDto, { description: 'what led to it' })
  readonly title!: LocalTextDto;
}

@ApiSchema({ name: 'AgreementText' })
export class AgreementTextDto implements AgreementText {
  @AnId()
  readonly agreementId!: string;

  @AnInteger()
  readonly revision!: number;

  @AText({ nullable: true })
  readonly textHash!: string | null;

  @PartList(() => SectionDto)
  readonly sections!: readonly SectionDto[];

  @PartList(() => TextFileDto, { description: 'the text in the languages in which it is a file' })
  readonly textFiles!: readonly TextFileDto[];

  @PartList(() => AnnexDto)
  readonly annexes!: readonly AnnexDto[];

  @PartList(() => TextRevisionDto, { description: 'every text there has been up to now, newest first' })
  readonly revisions!: readonly TextRevisionDto[];
}

@ApiSchema({ name: 'TextPiece' })
class PieceDto {
  @AWord(['same', 'added', 'removed'], 'PieceKind')
  readonly kind!: 'same' | 'added' | 'removed';

  @AText()
  readonly text!: string;
}

@ApiSchema({ name: 'RenditionDifference' })
class RenditionDifferenceDto implements agreement.RenditionDifference {
  @AWord(LANGUAGES, 'Language')
  readonly language!: agreement.Language;

  @PartList(() => PieceDto)
  readonly heading!: readonly PieceDto[];

  @PartList(() => PieceDto)
  readonly body!: readonly PieceDto[];
}

@ApiSchema({ name: 'SectionDifference' })
class SectionDifferenceDto implements agreement.SectionDifference {
  @AText()
  readonly sectionId!: string;

  @AWord(['same', 'added', 'removed', 'changed'], 'TextChange')
  readonly change!: agreement.Change;

  @AFlag({ description: 'it stands elsewhere among the sections that there were before' })
  readonly moved!: boolean;

  @PartList(() => RenditionDifferenceDto)
  readonly renditions!: readonly RenditionDifferenceDto[];
}

@ApiSchema({ name: 'AnnexDifference' })
class AnnexDifferenceDto implements agreement.AnnexDifference {
  @Part(() => AnnexDto)
  readonly annex!: AnnexDto;

  @AWord(['same', 'added', 'removed'], 'AnnexChange')
  readonly change!: 'same' | 'added' | 'removed';
}

@ApiSchema({ name: 'TextFileDifference' })
class TextFileDifferenceDto implements agreement.TextFileDifference {
  @AWord(LANGUAGES, 'Language')
  readonly language!: agreement.Language;

  @AWord(['same', 'added', 'removed', 'changed'], 'TextChange')
  readonly change!: agreement.Change;

  @Part(() => FileReferenceDto, { optional: true })
  readonly before?: FileReferenceDto;

  @Part(() => FileReferenceDto, { optional: true })
  readonly after?: FileReferenceDto;
}

@ApiSchema({ name: 'ComparedText' })
class ComparedTextDto {
  @AnInteger()
  readonly revision!: number;

  @AText({ nullable: true })
  readonly textHash!: string | null;
}

@ApiSchema({ name: 'TextDifference' })
export class TextDifferenceDto implements AgreementTextDifference {
  @AnId()
  readonly agreementId!: string;

  @Part(() => ComparedTextDto)
  readonly from!: ComparedTextDto;

  @Part(() => ComparedTextDto)
  readonly to!: ComparedTextDto;

  @PartList(() => SectionDifferenceDto, { description: 'in the order of the later text' })
  readonly sections!: readonly SectionDifferenceDto[];

  @PartList(() => TextFileDifferenceDto)
  readonly textFiles!: readonly TextFileDifferenceDto[];

  @PartList(() => AnnexDifferenceDto)
  readonly annexes!: readonly AnnexDifferenceDto[];
}
