import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AFlag, AnId, AText, AWord, Part, PartList } from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';
import { SIGNATURE_MEANS } from '../../fields/words.js';
import { ApprovalStepDto } from './route.dto.js';

@ApiSchema({ name: 'Signatory' })
class SignatoryDto {
  @AnId()
  readonly positionId!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;
}

@ApiSchema({ name: 'Signature' })
class SignatureDto implements agreement.Signature {
  @AnId()
  readonly positionId!: string;

  @AWord(SIGNATURE_MEANS, 'SignatureMeans')
  readonly means!: agreement.SignatureMeans;

  @ADay()
  readonly signedOn!: string;

  @AText({ optional: true })
  readonly place?: string;

  @AnId({ optional: true, description: 'the signatory in whose place it was signed' })
  readonly substituteFor?: string;

  @AText({ optional: true })
  readonly mandate?: string;

  @AText({ optional: true, description: 'SHA-256 of the file that shows it' })
  readonly evidenceFile?: string;

  @AText({ optional: true, nullable: true, description: 'null: erased' })
  readonly evidence?: string | null;
}

@ApiSchema({ name: 'Substitute' })
class SubstituteDto extends SignatoryDto {
  @AText({ optional: true })
  readonly mandate?: string;
}

@ApiSchema({ name: 'Declined' })
class DeclinedDto {
  @AText({ nullable: true, description: 'null: erased' })
  readonly reason!: string | null;
}

@ApiSchema({ name: 'AgreementParty' })
export class AgreementPartyDto implements agreement.Party {
  @AnId()
  readonly partyId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @AText()
  readonly role!: string;

  @PartList(() => ApprovalStepDto, {
    optional: true,
    description: 'who inside it agrees to a text before it does',
  })
  readonly approvalRoute?: readonly ApprovalStepDto[];

  @Part(() => SignatoryDto, { optional: true })
  readonly signatory?: SignatoryDto;

  @AText({ optional: true, description: 'counts only while it equals the current textHash' })
  readonly approvedHash?: string;

  @Part(() => SubstituteDto, { optional: true, description: "signs in the signatory's place" })
  readonly substitute?: SubstituteDto;

  @PartList(() => SignatureDto)
  readonly signatures!: readonly SignatureDto[];

  @PartList(() => SignatureDto, { optional: true, description: 'no longer count: drafting was reopened' })
  readonly voided?: readonly SignatureDto[];

  @AFlag()
  readonly signed!: boolean;

  @ADay({ optional: true, description: 'it joined the agreement in force, and is bound from this day on' })
  readonly accededOn?: string;

  @Part(() => DeclinedDto, { optional: true })
  readonly declined?: DeclinedDto;
}
