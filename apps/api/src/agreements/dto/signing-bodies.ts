import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { Day, Flag, Hash, Id, IdGroups, OneOf, Text, Word } from '../../fields/fields.js';
import { SIGNATURE_MEANS } from '../../fields/words.js';

type BodyOf<Command extends { readonly type: string }> = Omit<Command, 'type'>;

const MAX_PARTIES = 20;
const MAX_REASON = 2_000;
const OVERRIDE = { optional: true, description: 'ask a second person where it comes too late for one alone' };
const WHY_LATE = { optional: true, description: 'why a second person should let it count' };

/** What shows a signature, and why it comes late. */
abstract class ShownSignatureDto {
  @Hash({ optional: true, description: 'SHA-256 of the file that shows it' })
  readonly evidenceFile?: string;

  @Text(MAX_REASON, { optional: true, description: 'what shows it, in words' })
  readonly evidence?: string;

  @Flag(OVERRIDE)
  readonly override?: boolean;

  @Text(MAX_REASON, WHY_LATE)
  readonly reason?: string;
}

@ApiSchema({ name: 'RecordSignature' })
export class RecordSignatureDto extends ShownSignatureDto implements BodyOf<agreement.RecordSignature> {
  @Id()
  readonly partyId!: string;

  @OneOf(SIGNATURE_MEANS, 'SignatureMeans')
  readonly means!: agreement.SignatureMeans;

  @Day()
  readonly signedOn!: string;

  @Text(200, { optional: true })
  readonly place?: string;

  @Id({ optional: true, description: 'who signed; absent: the position that is to sign' })
  readonly positionId?: string;
}

@ApiSchema({ name: 'RecordAccession' })
export class RecordAccessionDto extends ShownSignatureDto implements BodyOf<agreement.RecordAccession> {
  @Id({ description: 'the organisation that joins' })
  readonly partyId!: string;

  @Word({ description: "one of the definition's party roles", example: 'member' })
  readonly role!: string;

  @Id({ description: 'who signed' })
  readonly positionId!: string;

  @Id({ optional: true, description: 'the position in whose place they did' })
  readonly substituteFor?: string;

  @Text(200, { optional: true, description: 'the mandate for it, by its id or its document number' })
  readonly mandate?: string;

  @OneOf(SIGNATURE_MEANS, 'SignatureMeans')
  readonly means!: agreement.SignatureMeans;

  @Day({ description: 'it is bound from this day on' })
  readonly signedOn!: string;

  @Text(200, { optional: true })
  readonly place?: string;
}

@ApiSchema({ name: 'HandOverSigning' })
export class HandOverSigningDto implements BodyOf<agreement.HandOverSigning> {
  @Id()
  readonly partyId!: string;

  @Id({ description: 'signs in the place of the signatory' })
  readonly positionId!: string;

  @Text(200, { optional: true, description: 'the mandate, by its id or its document number' })
  readonly mandate?: string;
}

@ApiSchema({ name: 'OrderSigning' })
export class OrderSigningDto implements BodyOf<agreement.OrderSigning> {
  @IdGroups(MAX_PARTIES, { description: 'groups of parties; within a group they sign side by side' })
  readonly groups!: readonly (readonly string[])[];
}

@ApiSchema({ name: 'ReopenDrafting' })
export class ReopenDraftingDto implements BodyOf<agreement.ReopenDrafting> {
  @Text(MAX_REASON)
  readonly reason!: string;
}

@ApiSchema({ name: 'DeclineSigning' })
export class DeclineSigningDto implements BodyOf<agreement.DeclineSigning> {
  @Id()
  readonly partyId!: string;

  @Text(MAX_REASON)
  readonly reason!: string;
}
