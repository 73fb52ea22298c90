import type { PreviewedMessage, MessagePreview } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { AnId, AnInstant, AText, AWord, Part, PartList } from '../fields/answer-fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { LANGUAGES, SUPPRESS_REASONS } from '../fields/words.js';

@ApiSchema({ name: 'PreviewedPerson' })
class PreviewedPersonDto {
  @AnId()
  readonly personId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @AText({ nullable: true })
  readonly address!: string | null;
}

@ApiSchema({ name: 'PreviewedMessage' })
class PreviewedMessageDto implements PreviewedMessage {
  @Part(() => LocalTextDto, { nullable: true })
  readonly position!: LocalTextDto | null;

  @Part(() => PreviewedPersonDto, { nullable: true })
  readonly person!: PreviewedPersonDto | null;

  @AWord(SUPPRESS_REASONS, 'SuppressReason', { nullable: true, description: 'why nothing would go out' })
  readonly heldBack!: PreviewedMessage['heldBack'];

  @AnInstant({ nullable: true, description: 'within their own hours' })
  readonly at!: string | null;

  @AWord(LANGUAGES, 'Language', { nullable: true })
  readonly language!: 'zh' | 'en' | null;

  @AText({ nullable: true })
  readonly subject!: string | null;

  @AText({ nullable: true })
  readonly text!: string | null;

  @AText({ nullable: true, description: 'the whole document; show it without scripts' })
  readonly html!: string | null;
}

@ApiSchema({ name: 'MessagePreview' })
export class MessagePreviewDto implements MessagePreview {
  @AnInstant()
  readonly at!: string;

  @PartList(() => PreviewedMessageDto)
  readonly messages!: readonly PreviewedMessageDto[];
}
