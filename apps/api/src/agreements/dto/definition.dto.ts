import type * as agreement from '@entente/agreement';
import { ApiExtraModels, ApiProperty, ApiSchema } from '@nestjs/swagger';

import { AnInteger, AText, AWord, Part, PartById, PartList, TextList } from '../../fields/answer-fields.js';
import { LocalTextDto } from '../../fields/local-text.js';
import { SIGNING_RULES } from '../../fields/words.js';
import { ReminderPolicyDto } from './deadline.dto.js';
import { ApprovalStepDto } from './route.dto.js';

@ApiSchema({ name: 'PartyRole' })
class PartyRoleDto {
  @AText()
  readonly role!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @AWord(SIGNING_RULES, 'SigningRule', { optional: true, description: 'absent: head' })
  readonly signingRule?: agreement.SigningRule;

  @PartList(() => ApprovalStepDto, {
    optional: true,
    description: 'who inside it agrees to a text before it does',
  })
  readonly approvalRoute?: readonly ApprovalStepDto[];

  @ApiProperty({
    type: Boolean,
    enum: [true],
    required: false,
    description: 'any number of parties may have it',
  })
  readonly several?: true;
}

@ApiSchema({ name: 'LatePaper' })
class LatePaperDto {
  @AnInteger()
  readonly days!: number;

  @AnInteger()
  readonly daysWithEvidence!: number;
}

@ApiSchema({ name: 'TemplateRendition' })
class TemplateRenditionDto {
  @AText()
  readonly heading!: string;

  @AText()
  readonly body!: string;
}

@ApiSchema({ name: 'TemplateRenditions' })
class TemplateRenditionsDto {
  @Part(() => TemplateRenditionDto, { optional: true })
  readonly zh?: TemplateRenditionDto;

  @Part(() => TemplateRenditionDto, { optional: true })
  readonly en?: TemplateRenditionDto;
}

@ApiSchema({ name: 'TemplateSection' })
class TemplateSectionDto {
  @AText()
  readonly sectionId!: string;

  @Part(() => TemplateRenditionsDto)
  readonly renditions!: TemplateRenditionsDto;
}

const PARTIES =
  'a day counts when it is a working day of every party; absent: of the coordinating department';

const PAUSABLE = 'it stops while the agreement is suspended';

@ApiSchema({ name: 'StageDeadline' })
class StageDeadlineDto {
  @AText({ description: 'ISO 8601, counted in working days' })
  readonly duration!: string;

  @Part(() => ReminderPolicyDto)
  readonly remind!: ReminderPolicyDto;

  @AWord(['parties'], 'DeadlineCalendars', { optional: true, description: PARTIES })
  readonly calendars?: 'parties';

  @ApiProperty({ type: Boolean, enum: [true], required: false, description: PAUSABLE })
  readonly pausable?: true;

  @ApiProperty({
    oneOf: [
      { type: 'string', enum: ['expire'] },
      { type: 'object', properties: { transition: { type: 'string' } }, required: ['transition'] },
    ],
    required: false,
    description: 'what becomes of the agreement; absent: that it was missed is all that is recorded',
  })
  readonly whenMissed?: agreement.WhenMissed;
}

@ApiSchema({ name: 'MilestoneDays' })
class MilestoneDaysDto implements agreement.MilestoneDays {
  @AWord(['parties'], 'DeadlineCalendars', { optional: true, description: PARTIES })
  readonly calendars?: 'parties';

  @AWord(['backward'], 'DayOff', {
    optional: true,
    description: 'a day off takes it to the last working day before; absent: to the next one',
  })
  readonly dayOff?: 'backward';

  @ApiProperty({ type: Boolean, enum: [true], required: false, description: PAUSABLE })
  readonly pausable?: true;
}

@ApiSchema({ name: 'Transition' })
class TransitionDto {
  @AText()
  readonly name!: string;

  @AText()
  readonly to!: agreement.StageName;

  @AText({ nullable: true, description: 'null: moves by itself as soon as its conditions hold' })
  readonly command!: agreement.AgreementCommandType | null;

  @ApiProperty({
    type: 'array',
    items: {
      oneOf: [
        { type: 'string' },
        {
          type: 'object',
          properties: { name: { type: 'string' }, count: { type: 'integer' } },
          required: ['name', 'count'],
        },
      ],
    },
    description: 'a name, or a name with the number it asks for',
  })
  readonly conditions!: readonly agreement.ConditionUse[];

  @ApiProperty({
    type: Boolean,
    enum: [true],
    required: false,
    description: "leaves the stage's duty undone",
  })
  readonly abandons?: true;
}

@ApiSchema({ name: 'Stage' })
class StageDto implements agreement.StageDefinition {
  @AText()
  readonly name!: agreement.StageName;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @TextList()
  readonly activities!: readonly agreement.ActivityName[];

  @Part(() => StageDeadlineDto, { optional: true })
  readonly deadline?: StageDeadlineDto;

  @PartList(() => TransitionDto)
  readonly transitions!: readonly TransitionDto[];
}

@ApiSchema({ name: 'AttributeSchema' })
class AttributeSchemaDto implements agreement.AttributeSchema {
  @AWord(['string', 'integer', 'boolean'], 'AttributeType')
  readonly type!: agreement.AttributeSchema['type'];

  @Part(() => LocalTextDto)
  readonly titles!: LocalTextDto;

  @AWord(['date'], 'AttributeFormat', { optional: true })
  readonly format?: 'date';

  @TextList({ optional: true })
  readonly enum?: readonly string[];

  @PartById(LocalTextDto, { optional: true, description: 'by the value' })
  readonly enumTitles?: Record<string, LocalTextDto>;

  @AnInteger({ optional: true })
  readonly maxLength?: number;

  @AnInteger({ optional: true })
  readonly minimum?: number;

  @AnInteger({ optional: true })
  readonly maximum?: number;
}

@ApiSchema({ name: 'AttributesSchema' })
@ApiExtraModels(AttributeSchemaDto)
class AttributesSchemaDto implements agreement.AttributesSchema {
  @AWord(['object'], 'AttributesType')
  readonly type!: 'object';

  @PartById(AttributeSchemaDto)
  readonly properties!: Record<string, AttributeSchemaDto>;

  @TextList({ optional: true })
  readonly required?: readonly string[];

  @ApiProperty({ type: Boolean, enum: [false] })
  readonly additionalProperties!: false;
}

@ApiSchema({ name: 'WorkflowDefinition' })
export class WorkflowDefinitionDto implements agreement.WorkflowDefinition {
  @AText()
  readonly name!: string;

  @AnInteger()
  readonly version!: number;

  @AText()
  readonly kind!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @AText()
  readonly numberPattern!: string;

  @PartList(() => PartyRoleDto)
  readonly partyRoles!: readonly PartyRoleDto[];

  @Part(() => LatePaperDto, {
    optional: true,
    description: 'how many days after its day a signature on paper may be recorded',
  })
  readonly latePaper?: LatePaperDto;

  @Part(() => ReminderPolicyDto)
  readonly milestoneReminders!: ReminderPolicyDto;

  @Part(() => MilestoneDaysDto, { optional: true })
  readonly milestoneDays?: MilestoneDaysDto;

  @PartList(() => TemplateSectionDto)
  readonly template!: readonly TemplateSectionDto[];

  @Part(() => AttributesSchemaDto, {
    optional: true,
    description: 'JSON Schema of what is to be known of every agreement under it',
  })
  readonly attributes?: AttributesSchemaDto;

  @AText()
  readonly initial!: agreement.StageName;

  @PartList(() => StageDto)
  readonly stages!: readonly StageDto[];
}
