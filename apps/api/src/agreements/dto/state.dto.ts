import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import {
  ADay,
  AFlag,
  AnInstant,
  AnInteger,
  AnId,
  AText,
  AWord,
  IdLists,
  Part,
  PartList,
  TextList,
  Values,
} from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';
import { AnnexDto, CommentDto, ServedDto, TextFileDto } from './drafting.dto.js';
import { DeadlineDto } from './deadline.dto.js';
import { OverrideDto, VoidedDto } from './override.dto.js';
import { ArchivedDto, IssuedDocumentDto, OriginalsDto, SignedCopyDto } from './papers.dto.js';
import { ApprovalStepDto, PartyRouteDto } from './route.dto.js';
import { MILESTONE_KINDS, SIGNATURE_MEANS, VERDICT_OUTCOMES } from '../../fields/words.js';

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

@ApiSchema({ name: 'Cancelled' })
class CancelledDto {
  @AText({ nullable: true, description: 'null: erased' })
  readonly reason!: string | null;
}

@ApiSchema({ name: 'AgreementParty' })
class AgreementPartyDto implements agreement.Party {
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

@ApiSchema({ name: 'Rendition' })
class RenditionDto implements agreement.Rendition {
  @AText()
  readonly heading!: string;

  @AText()
  readonly body!: string;

  @AText()
  readonly hash!: string;
}

@ApiSchema({ name: 'Renditions' })
class RenditionsDto {
  @Part(() => RenditionDto, { optional: true })
  readonly zh?: RenditionDto;

  @Part(() => RenditionDto, { optional: true })
  readonly en?: RenditionDto;
}

@ApiSchema({ name: 'Section' })
export class SectionDto implements agreement.Section {
  @AText()
  readonly sectionId!: string;

  @Part(() => RenditionsDto)
  readonly renditions!: RenditionsDto;
}

@ApiSchema({ name: 'Milestone' })
class MilestoneDto implements agreement.Milestone {
  @AText()
  readonly milestoneId!: string;

  @AWord(MILESTONE_KINDS, 'MilestoneKind')
  readonly kind!: agreement.MilestoneKind;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @AnId()
  readonly ownerPartyId!: string;

  @ADay()
  readonly dueOn!: string;

  @AnInstant()
  readonly plannedAt!: string;

  @ADay({ optional: true })
  readonly completedOn?: string;

  @TextList()
  readonly confirmedBy!: readonly string[];

  @Part(() => CancelledDto, { optional: true })
  readonly cancelled?: CancelledDto;
}

@ApiSchema({ name: 'Turn' })
export class TurnDto implements Pick<agreement.Turn, 'who' | 'since'> {
  @TextList({ description: 'ids of parties, or coordinator' })
  readonly who!: readonly string[];

  @AnInstant({ description: 'since when it waits for whoever of them it waits for longest' })
  readonly since!: string;
}

@ApiSchema({ name: 'AgreementTurn' })
class AgreementTurnDto extends TurnDto implements agreement.Turn {
  @TextList({ description: "since when it is each one's, in the order of who" })
  readonly began!: readonly string[];
}

@ApiSchema({ name: 'Verdict' })
class VerdictDto {
  @AWord(VERDICT_OUTCOMES, 'VerdictOutcome')
  readonly outcome!: agreement.VerdictOutcome;

  @AText({ nullable: true, description: 'null: erased' })
  readonly report!: string | null;
}

@ApiSchema({ name: 'Agreement' })
export class AgreementStateDto {
  @AText({ description: 'as the definition names it' })
  readonly stage!: agreement.StageName;

  @Part(() => LocalTextDto)
  readonly stageTitle!: LocalTextDto;

  @TextList({ description: 'what can be done in the stage, under versioned names' })
  readonly activities!: readonly string[];

  @TextList({ description: 'commands by which the stage can be left' })
  readonly moves!: readonly string[];

  @AFlag({ description: 'it stands in a final stage' })
  readonly ended!: boolean;

  @AText()
  readonly kind!: string;

  @AText({ description: 'name@version' })
  readonly definition!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @Part(() => LocalTextDto, { optional: true })
  readonly field?: LocalTextDto;

  @Values({ optional: true, description: 'by the names the definition gives them' })
  readonly attributes?: agreement.Attributes;

  @AText({ optional: true })
  readonly number?: string;

  @AnId({ optional: true, description: "the desk that looks after it; absent: the space's first" })
  readonly deskId?: string;

  @AnInstant()
  readonly proposedAt!: string;

  @AText()
  readonly proposedBy!: string;

  @AnInstant()
  readonly stageSince!: string;

  @PartList(() => AgreementPartyDto)
  readonly parties!: readonly AgreementPartyDto[];

  @PartList(() => SectionDto)
  readonly sections!: readonly SectionDto[];

  @AText({ nullable: true })
  readonly textHash!: string | null;

  @PartList(() => TextFileDto, {
    optional: true,
    description: 'the text in the languages in which it is a file',
  })
  readonly textFiles?: readonly TextFileDto[];

  @PartList(() => AnnexDto, { optional: true, description: 'part of the text, in their order' })
  readonly annexes?: readonly AnnexDto[];

  @PartList(() => PartyRouteDto, {
    optional: true,
    description: "how far the approval routes of the viewer's own organisations are",
  })
  readonly routes?: readonly PartyRouteDto[];

  @Part(() => ServedDto, { optional: true, description: 'when drafting last changed hands' })
  readonly served?: ServedDto;

  @PartList(() => CommentDto, { optional: true, description: 'those that are for the viewer, oldest first' })
  readonly comments?: readonly CommentDto[];

  @IdLists({ optional: true, description: 'groups of parties that sign one after the other' })
  readonly signingOrder?: readonly (readonly string[])[];

  @PartList(() => MilestoneDto)
  readonly milestones!: readonly MilestoneDto[];

  @PartList(() => DeadlineDto)
  readonly deadlines!: readonly DeadlineDto[];

  @AnInstant({ optional: true, description: 'when its signing was complete' })
  readonly signedAt?: string;

  @PartList(() => IssuedDocumentDto, { optional: true })
  readonly documents?: readonly IssuedDocumentDto[];

  @PartList(() => SignedCopyDto, {
    optional: true,
    description: 'the last one that matches is the copy on file',
  })
  readonly signedCopies?: readonly SignedCopyDto[];

  @PartList(() => OriginalsDto, { optional: true })
  readonly originals?: readonly OriginalsDto[];

  @Part(() => ArchivedDto, { optional: true, description: 'where its papers were put away' })
  readonly archived?: ArchivedDto;

  @TextList({ description: 'command ids of the entries taken back' })
  readonly retracted!: readonly string[];

  @PartList(() => OverrideDto, { description: 'what takes two persons, oldest first' })
  readonly overrides!: readonly OverrideDto[];

  @Part(() => AgreementTurnDto)
  readonly turn!: AgreementTurnDto;

  @Part(() => VerdictDto, { optional: true })
  readonly verdict?: VerdictDto;

  @Part(() => VoidedDto, { optional: true })
  readonly voided?: VoidedDto;
}

@ApiSchema({ name: 'Entry' })
class EntryDto implements agreement.Entry {
  @AText()
  readonly commandId!: string;

  @AText()
  readonly actor!: string;

  @AnInstant()
  readonly recordedAt!: string;

  @AnInteger()
  readonly revision!: number;

  @TextList()
  readonly types!: readonly string[];

  @TextList({ description: 'ids of the parties, milestones and sections its events are about' })
  readonly subjects!: readonly string[];
}

@ApiSchema({ name: 'PastAgreement' })
export class PastAgreementDto extends AgreementStateDto {
  @PartList(() => EntryDto)
  readonly entries!: readonly EntryDto[];
}
