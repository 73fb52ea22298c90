import type * as agreement from '@entente/agreement';
import { ApiExtraModels, ApiProperty, ApiSchema, getSchemaPath } from '@nestjs/swagger';

import { ADay, AnId, AnInstant, AText, AWord, Part } from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';
import {
  CORRECTABLE_FIELDS,
  OVERRIDE_CAUSES,
  OVERRIDE_STATUSES,
  SIGNATURE_MEANS,
  VOIDED_AS,
} from '../../fields/words.js';

/** What is to be done, as its own command says it. */
@ApiSchema({ name: 'OverriddenAction' })
@ApiExtraModels(LocalTextDto)
class OverriddenActionDto {
  @AText({ description: "the command's name, e.g. RetractEntry" })
  readonly type!: agreement.OverriddenAction['type'];

  @AText({ optional: true })
  readonly commandId?: string;

  @AWord(CORRECTABLE_FIELDS, 'CorrectableField', { optional: true })
  readonly field?: agreement.CorrectableField;

  @ApiProperty({ required: false, oneOf: [{ type: 'string' }, { $ref: getSchemaPath(LocalTextDto) }] })
  readonly value?: agreement.CorrectValue;

  @AWord(VOIDED_AS, 'VoidedAs', { optional: true })
  readonly as?: agreement.Voided;

  @AText({ optional: true })
  readonly of?: string;

  @AText({ optional: true })
  readonly deadlineId?: string;

  @AnId({ optional: true, description: 'whose signature is recorded' })
  readonly partyId?: string;

  @AText({ optional: true })
  readonly role?: string;

  @AnId({ optional: true, description: 'who signed' })
  readonly positionId?: string;

  @AnId({ optional: true, description: 'the position in whose place they did' })
  readonly substituteFor?: string;

  @AText({ optional: true })
  readonly mandate?: string;

  @AWord(SIGNATURE_MEANS, 'SignatureMeans', { optional: true })
  readonly means?: agreement.SignatureMeans;

  @ADay({ optional: true })
  readonly signedOn?: string;

  @AText({ optional: true })
  readonly place?: string;

  @AText({ optional: true, description: 'SHA-256 of the file that shows it' })
  readonly evidenceFile?: string;
}

@ApiSchema({ name: 'Override' })
export class OverrideDto {
  @AText()
  readonly overrideId!: string;

  @Part(() => OverriddenActionDto)
  readonly action!: OverriddenActionDto;

  @AWord(OVERRIDE_CAUSES, 'OverrideCause')
  readonly cause!: agreement.OverrideCause;

  @AText({ nullable: true, description: 'null: erased' })
  readonly reason!: string | null;

  @AText({ optional: true, nullable: true, description: 'what shows a signature, in words; null: erased' })
  readonly evidence?: string | null;

  @AText()
  readonly requestedBy!: string;

  @AnInstant()
  readonly requestedAt!: string;

  @AWord(OVERRIDE_STATUSES, 'OverrideStatus', {
    description: 'unconfirmed: in effect, and a second person is still to confirm it',
  })
  readonly status!: agreement.Override['status'];

  @AText({ optional: true })
  readonly decidedBy?: string;

  @AnInstant({ optional: true })
  readonly decidedAt?: string;

  @AText({ optional: true, nullable: true, description: 'why it was rejected; null: erased' })
  readonly rejection?: string | null;
}

@ApiSchema({ name: 'Voided' })
export class VoidedDto {
  @AWord(VOIDED_AS, 'VoidedAs')
  readonly as!: agreement.Voided;

  @AText({ optional: true, description: 'the agreement it repeats: agreement-{id}@{revision}' })
  readonly of?: string;

  @AText({ nullable: true, description: 'null: erased' })
  readonly reason!: string | null;
}
