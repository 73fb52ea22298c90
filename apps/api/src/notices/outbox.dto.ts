import type { OutboxMail, OutboxMailDetail } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { AnId, AnInstant, AText, AWord, Part } from '../fields/answer-fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { pageOf } from '../fields/page.js';
import { LANGUAGES } from '../fields/words.js';

@ApiSchema({ name: 'Recipient' })
class RecipientDto {
  @AText()
  readonly personId!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly name!: LocalTextDto | null;

  @AText({ nullable: true })
  readonly address!: string | null;
}

@ApiSchema({ name: 'MailReturned' })
class MailReturnedDto {
  @AWord(['failed', 'delayed'], 'MailReturnKind')
  readonly kind!: 'failed' | 'delayed';

  @AText({ description: 'as the last mail server numbers it, RFC 3463' })
  readonly status!: string;

  @AnInstant()
  readonly at!: string;
}

@ApiSchema({ name: 'OutboxMail' })
export class OutboxMailDto implements OutboxMail {
  @AText()
  readonly id!: string;

  @AnId()
  readonly agreementId!: string;

  @Part(() => RecipientDto)
  readonly to!: RecipientDto;

  @AText()
  readonly subject!: string;

  @AText()
  readonly text!: string;

  @AWord(LANGUAGES, 'Language')
  readonly language!: 'zh' | 'en';

  @AWord(['queued', 'sent', 'held', 'failed'], 'MailStatus')
  readonly status!: OutboxMail['status'];

  @AText({ nullable: true })
  readonly reason!: string | null;

  @AText()
  readonly messageId!: string;

  @AnInstant()
  readonly createdAt!: string;

  @AnInstant({ nullable: true })
  readonly sentAt!: string | null;

  @Part(() => MailReturnedDto, { nullable: true, description: 'it came back, or is told to be late' })
  readonly returned!: MailReturnedDto | null;
}

@ApiSchema({ name: 'OutboxMailDetail' })
export class OutboxMailDetailDto extends OutboxMailDto implements OutboxMailDetail {
  @AText({ description: 'the whole document; show it without scripts' })
  readonly html!: string;
}

@ApiSchema({ name: 'OutboxPage' })
export class OutboxPageDto extends pageOf(OutboxMailDto) {}
