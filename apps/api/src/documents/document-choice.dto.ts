import type { DocumentLanguage } from '@entente/agreement';
import type { DocumentChoice, DocumentFormat } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { TextList } from '../fields/answer-fields.js';
import { FreeText, OneOf } from '../fields/fields.js';
import { QueryIds, QueryWord } from '../fields/query-fields.js';
import { DOCUMENT_FORMATS, DOCUMENT_LANGUAGES } from '../fields/words.js';

export class DocumentQueryDto implements DocumentChoice {
  @QueryWord(DOCUMENT_FORMATS, 'DocumentFormat', { optional: false })
  readonly format!: DocumentFormat;

  @QueryWord(DOCUMENT_LANGUAGES, 'DocumentLanguage', { optional: false })
  readonly language!: DocumentLanguage;
}

export class SignsQueryDto implements Pick<DocumentChoice, 'language'> {
  @QueryWord(DOCUMENT_LANGUAGES, 'DocumentLanguage', { optional: false })
  readonly language!: DocumentLanguage;
}

/** A section and its heading. */
const MAX_WRITTEN = 25_000;

@ApiSchema({ name: 'WrittenText' })
export class WrittenTextDto {
  @FreeText(MAX_WRITTEN)
  readonly text!: string;
}

@ApiSchema({ name: 'UnprintableSigns' })
export class UnprintableSignsDto {
  @TextList({ description: 'each once; the PDF prints their numbers, a DOCX shows them' })
  readonly signs!: readonly string[];
}

/** Of letters in one document. */
export const MAX_TOGETHER = 50;

export class DocumentsQueryDto {
  @QueryIds(MAX_TOGETHER)
  readonly agreement!: readonly string[];

  @QueryWord(DOCUMENT_LANGUAGES, 'DocumentLanguage', { optional: false })
  readonly language!: DocumentLanguage;
}

@ApiSchema({ name: 'IssueDocument' })
export class IssueDocumentDto implements DocumentChoice {
  @OneOf(DOCUMENT_FORMATS, 'DocumentFormat')
  readonly format!: DocumentFormat;

  @OneOf(DOCUMENT_LANGUAGES, 'DocumentLanguage')
  readonly language!: DocumentLanguage;
}
