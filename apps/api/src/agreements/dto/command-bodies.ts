import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import {
  Day,
  Flag,
  FreeText,
  Hash,
  Id,
  Key,
  NameAtVersion,
  NestedList,
  OneOf,
  Text,
  WholeNumber,
  Word,
} from '../../fields/fields.js';
import { AttributeValues } from '../../fields/attribute-values.js';
import { LocalTextDto, LocalTextField } from '../../fields/local-text.js';
import { LANGUAGES, MILESTONE_KINDS, VERDICT_OUTCOMES } from '../../fields/words.js';

/** What a command says, as the domain names it, without the type that the path already tells. */
type BodyOf<Command extends { readonly type: string }> = Omit<Command, 'type'>;

const MAX_PARTIES = 20;
const MAX_REASON = 2_000;
/** In UTF-8 a Chinese character takes three bytes, and an event holds 256 kB. */
const MAX_SECTION = 60_000;

@ApiSchema({ name: 'InvitedParty' })
export class PartyDto {
  @Id({ description: "the organisation's id" })
  readonly partyId!: string;

  @Word({ description: "one of the definition's party roles", example: 'think-tank-base' })
  readonly role!: string;
}

@ApiSchema({ name: 'ProposeAgreement' })
export class ProposeAgreementDto implements BodyOf<agreement.ProposeAgreement> {
  @Word({ example: 'letter-of-intent' })
  readonly kind!: string;

  @NameAtVersion({ optional: true, description: 'name@version; absent: the newest of its kind' })
  readonly definition?: string;

  @LocalTextField()
  readonly title!: LocalTextDto;

  @LocalTextField({ optional: true })
  readonly field?: LocalTextDto;

  @NestedList(() => PartyDto, MAX_PARTIES, { optional: true })
  readonly parties?: readonly PartyDto[];

  @AttributeValues({ optional: true, description: 'by the names the definition gives them' })
  readonly attributes?: agreement.SetAttributes['values'];

  @Id({ optional: true, description: "the desk that looks after it; absent: the space's first" })
  readonly deskId?: string;
}

@ApiSchema({ name: 'InviteParty' })
export class InvitePartyDto extends PartyDto implements BodyOf<agreement.InviteParty> {}

@ApiSchema({ name: 'NameSignatory' })
export class NameSignatoryDto implements BodyOf<agreement.NameSignatory> {
  @Id()
  readonly partyId!: string;

  @Id()
  readonly positionId!: string;
}

@ApiSchema({ name: 'ReviseSection' })
export class ReviseSectionDto implements BodyOf<agreement.ReviseSection> {
  @Key({ example: 'purpose' })
  readonly sectionId!: string;

  @OneOf(LANGUAGES, 'Language')
  readonly rendition!: 'zh' | 'en';

  @Text(300)
  readonly heading!: string;

  @FreeText(MAX_SECTION)
  readonly body!: string;

  @Hash({ nullable: true, description: 'hash of the rendition it was made on; null when there was none' })
  readonly baseHash!: string | null;
}

@ApiSchema({ name: 'SetAttributes' })
export class SetAttributesDto implements BodyOf<agreement.SetAttributes> {
  @AttributeValues({ description: 'those named change, null takes one away; the others stay' })
  readonly values!: agreement.SetAttributes['values'];

  @Text(MAX_REASON, {
    optional: true,
    description: 'why they are put right, once the stages that ask for them are over',
  })
  readonly reason?: string;
}

@ApiSchema({ name: 'ApproveText' })
export class ApproveTextDto implements BodyOf<agreement.ApproveText> {
  @Id()
  readonly partyId!: string;

  @Hash({ description: 'the text as a whole, as the agreement shows it' })
  readonly textHash!: string;
}

@ApiSchema({ name: 'PlanMilestone' })
export class PlanMilestoneDto implements BodyOf<agreement.PlanMilestone> {
  @OneOf(MILESTONE_KINDS, 'MilestoneKind')
  readonly kind!: agreement.MilestoneKind;

  @LocalTextField()
  readonly title!: LocalTextDto;

  @Id()
  readonly ownerPartyId!: string;

  @Day()
  readonly dueOn!: string;
}

@ApiSchema({ name: 'CompleteMilestone' })
export class CompleteMilestoneDto implements BodyOf<agreement.CompleteMilestone> {
  @Key()
  readonly milestoneId!: string;

  @Day()
  readonly completedOn!: string;
}

@ApiSchema({ name: 'ConfirmMilestone' })
export class ConfirmMilestoneDto implements BodyOf<agreement.ConfirmMilestone> {
  @Key()
  readonly milestoneId!: string;

  @Id()
  readonly partyId!: string;
}

@ApiSchema({ name: 'CancelMilestone' })
export class CancelMilestoneDto implements BodyOf<agreement.CancelMilestone> {
  @Key()
  readonly milestoneId!: string;

  @Text(MAX_REASON)
  readonly reason!: string;
}

@ApiSchema({ name: 'GiveVerdict' })
export class GiveVerdictDto implements BodyOf<agreement.GiveVerdict> {
  @OneOf(VERDICT_OUTCOMES, 'VerdictOutcome')
  readonly outcome!: agreement.VerdictOutcome;

  @Text(20_000)
  readonly report!: string;
}

@ApiSchema({ name: 'WithdrawAgreement' })
export class WithdrawAgreementDto implements BodyOf<agreement.WithdrawAgreement> {
  @Text(MAX_REASON)
  readonly reason!: string;
}

@ApiSchema({ name: 'FileSignedCopy' })
export class FileSignedCopyDto implements BodyOf<agreement.FileSignedCopy> {
  @Hash({ description: 'of a file that was sent to /api/files before' })
  readonly sha256!: string;

  @Flag({ description: 'whether it was compared with the text that was signed, and is the same' })
  readonly matchesText!: boolean;
}

@ApiSchema({ name: 'HoldOriginals' })
export class HoldOriginalsDto implements BodyOf<agreement.HoldOriginals> {
  @Id({ description: 'the organisation that keeps them' })
  readonly holderId!: string;

  @WholeNumber(1, 1_000)
  readonly copies!: number;

  @Text(200)
  readonly archiveNumber!: string;
}

@ApiSchema({ name: 'ArchiveAgreement' })
export class ArchiveAgreementDto implements BodyOf<agreement.ArchiveAgreement> {
  @Text(200)
  readonly archiveNumber!: string;
}

@ApiSchema({ name: 'AssignDesk' })
export class AssignDeskDto implements BodyOf<agreement.AssignDesk> {
  @Id()
  readonly deskId!: string;
}

/** A command that says nothing but its name; its body is `{}`. */
@ApiSchema({ name: 'NoFields' })
export class EmptyDto {}

export * from './correction-bodies.js';
export * from './drafting-bodies.js';
export * from './migration-bodies.js';
export * from './route-bodies.js';
export * from './signing-bodies.js';
