import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { AFlag, AnInstant, AnInteger, AnId, AText, AWord, Part } from '../../fields/answer-fields.js';
import { DOCUMENT_LANGUAGES } from '../../fields/words.js';

@ApiSchema({ name: 'FileReference' })
export class FileReferenceDto implements agreement.FileReference {
  @AText({ description: 'SHA-256 of its bytes, hex' })
  readonly sha256!: string;

  @AnInteger({ description: 'in bytes' })
  readonly size!: number;

  @AText()
  readonly mediaType!: string;
}

@ApiSchema({ name: 'IssuedDocument' })
export class IssuedDocumentDto implements agreement.IssuedDocument {
  @Part(() => FileReferenceDto)
  readonly file!: FileReferenceDto;

  @AText({ description: 'the text it shows' })
  readonly textHash!: string;

  @AText({ description: 'name@version' })
  readonly template!: string;

  @AWord(DOCUMENT_LANGUAGES, 'DocumentLanguage')
  readonly language!: agreement.DocumentLanguage;

  @AnInstant()
  readonly issuedAt!: string;
}

@ApiSchema({ name: 'SignedCopy' })
export class SignedCopyDto implements agreement.SignedCopy {
  @Part(() => FileReferenceDto)
  readonly file!: FileReferenceDto;

  @AFlag({ description: 'whether it is the text that was signed' })
  readonly matchesText!: boolean;

  @AnId({ description: 'the person who compared it' })
  readonly checkedBy!: string;

  @AnInstant()
  readonly filedAt!: string;
}

@ApiSchema({ name: 'Originals' })
export class OriginalsDto implements agreement.Originals {
  @AnId({ description: 'the organisation that keeps them' })
  readonly holderId!: string;

  @AnInteger()
  readonly copies!: number;

  @AText()
  readonly archiveNumber!: string;
}

@ApiSchema({ name: 'Archived' })
export class ArchivedDto implements agreement.Archived {
  @AText()
  readonly archiveNumber!: string;

  @AnInstant()
  readonly archivedAt!: string;
}
