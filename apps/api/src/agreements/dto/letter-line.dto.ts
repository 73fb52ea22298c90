import type { StageName } from '@entente/agreement';
import type { NamedParty } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AFlag, AnId, AnInstant, AText, Part, PartList } from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';

@ApiSchema({ name: 'NamedParty' })
export class NamedPartyDto implements NamedParty {
  @AnId()
  readonly partyId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @AText()
  readonly role!: string;
}

/** By what a letter is known in every list. */
export class LetterLineDto {
  @AnId()
  readonly agreementId!: string;

  @AText({ nullable: true })
  readonly number!: string | null;

  @AText({ nullable: true, description: 'name@version; null: the list does not know it yet' })
  readonly definition!: string | null;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @AText({ description: 'as the definition names it' })
  readonly stage!: StageName;

  @PartList(() => NamedPartyDto)
  readonly parties!: readonly NamedPartyDto[];
}

/** What a list says of a deadline. */
export class DeadlineLineDto {
  @ADay()
  readonly localDate!: string;

  @AnInstant()
  readonly dueAt!: string;

  @AFlag({ description: 'the calendar has no published data for some day of the way' })
  readonly provisional!: boolean;

  @AFlag()
  readonly late!: boolean;
}
