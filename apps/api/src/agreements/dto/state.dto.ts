import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import {
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
import { MilestoneDto } from './milestone.dto.js';
import { AgreementPartyDto } from './party.dto.js';
import { PartyRouteDto } from './route.dto.js';
import { SectionDto } from './section.dto.js';
import { VERDICT_OUTCOMES } from '../../fields/words.js';

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
