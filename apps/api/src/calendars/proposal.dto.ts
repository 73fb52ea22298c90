import type { DeadlineProposal, RecountLine } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AFlag, AnId, AnInteger, AText, AWord, Part, PartList } from '../fields/answer-fields.js';
import { Day, Id, Key, NestedList, Text, WholeNumber } from '../fields/fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { FreshnessDto } from '../fields/page.js';
import { QueryInteger, QueryText } from '../fields/query-fields.js';
import { DEADLINE_KINDS } from '../fields/words.js';

const OUTCOMES = ['proposed', 'changed', 'stays'] as const;
const MAX_LIMIT = 200;

export class ProposalPageQuery {
  @QueryText(40, { description: 'go on after this agreement: `next` of the answer before' })
  readonly after?: string;

  @QueryInteger(1, MAX_LIMIT, { description: 'agreements looked at; absent: 100' })
  readonly limit?: number;
}

@ApiSchema({ name: 'ChosenProposal' })
class ChosenProposalDto {
  @Id()
  readonly agreementId!: string;

  @Key()
  readonly deadlineId!: string;

  @Day({ description: 'the day that was proposed' })
  readonly to!: string;
}

@ApiSchema({ name: 'ApplyProposals' })
export class ApplyProposalsDto {
  @Text(2_000)
  readonly reason!: string;

  @NestedList(() => ChosenProposalDto, 500, {
    optional: true,
    description: 'absent: every proposal, page by page',
  })
  readonly chosen?: readonly ChosenProposalDto[];

  @Id({ optional: true, description: 'go on after this agreement: `next` of the answer before' })
  readonly after?: string;

  @WholeNumber(1, MAX_LIMIT, { optional: true, description: 'agreements at most; absent: 100' })
  readonly limit?: number;
}

@ApiSchema({ name: 'DeadlineProposal' })
class DeadlineProposalDto implements DeadlineProposal {
  @AText()
  readonly deadlineId!: string;

  @AWord(DEADLINE_KINDS, 'DeadlineKind')
  readonly kind!: DeadlineProposal['kind'];

  @AText({ description: 'a stage or a milestone' })
  readonly subject!: string;

  @Part(() => LocalTextDto, { nullable: true, description: 'title of the milestone' })
  readonly milestone!: LocalTextDto | null;

  @ADay()
  readonly from!: string;

  @ADay()
  readonly to!: string;

  @AText({ description: 'with what it was counted' })
  readonly calendar!: string;

  @AText({ description: 'with what it would be counted' })
  readonly newCalendar!: string;

  @AFlag()
  readonly provisional!: boolean;
}

@ApiSchema({ name: 'ProposalLine' })
class ProposalLineDto implements Omit<RecountLine, 'refusal'> {
  @AnId()
  readonly agreementId!: string;

  @AText({ nullable: true })
  readonly number!: string | null;

  @AText({ description: 'name@version' })
  readonly definition!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @PartList(() => DeadlineProposalDto)
  readonly deadlines!: readonly DeadlineProposalDto[];

  @AWord(OUTCOMES, 'ProposalOutcome')
  readonly outcome!: RecountLine['outcome'];

  @AText({ nullable: true, description: 'why it stays' })
  readonly code!: string | null;

  @Part(() => LocalTextDto, { optional: true })
  readonly sentence?: LocalTextDto;
}

@ApiSchema({ name: 'ProposalPage' })
export class ProposalPageDto {
  @PartList(() => ProposalLineDto, { description: 'agreements with a deadline that would change, or did' })
  readonly items!: readonly ProposalLineDto[];

  @AnInteger({ description: 'agreements with deadlines counted with an older version, on all pages' })
  readonly total!: number;

  @AnInteger({ description: 'how many of them this page looked at' })
  readonly looked!: number;

  @AnId({ nullable: true, description: 'what to go on after; null: these were the last ones' })
  readonly next!: string | null;

  @Part(() => FreshnessDto)
  readonly freshness!: FreshnessDto;
}
