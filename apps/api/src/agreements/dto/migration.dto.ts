import type { MigrationCount, MigrationLine } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { AnId, AnInteger, AText, AWord, Part, PartList } from '../../fields/answer-fields.js';
import { Flag, Id, WholeNumber } from '../../fields/fields.js';
import { LocalTextDto } from '../../fields/local-text.js';
import { MigrateDefinitionDto } from './migration-bodies.js';

const OUTCOMES = ['moves', 'moved', 'stays', 'already'] as const;

@ApiSchema({ name: 'MigrateAgreements' })
export class MigrateAgreementsDto extends MigrateDefinitionDto {
  @Flag({ description: 'true: only say what would come of it' })
  readonly dryRun!: boolean;

  @Id({ optional: true, description: 'go on after this agreement: `next` of the answer before' })
  readonly after?: string;

  @WholeNumber(1, 200, { optional: true, description: 'agreements at most; absent: 100' })
  readonly limit?: number;
}

@ApiSchema({ name: 'MigrationLine' })
class MigrationLineDto implements Omit<MigrationLine, 'refusal'> {
  @AnId()
  readonly agreementId!: string;

  @AText({ nullable: true })
  readonly number!: string | null;

  @AText()
  readonly stage!: string;

  @AText({ nullable: true, description: 'where it goes on; null: it stays' })
  readonly toStage!: string | null;

  @AWord(OUTCOMES, 'MigrationOutcome')
  readonly outcome!: MigrationLine['outcome'];

  @AText({ nullable: true, description: 'why it stays' })
  readonly code!: string | null;

  @Part(() => LocalTextDto, { optional: true })
  readonly sentence?: LocalTextDto;
}

@ApiSchema({ name: 'MigrationCount' })
class MigrationCountDto implements MigrationCount {
  @AText()
  readonly stage!: string;

  @AText({ nullable: true })
  readonly toStage!: string | null;

  @AWord(OUTCOMES, 'MigrationOutcome')
  readonly outcome!: MigrationLine['outcome'];

  @AText({ nullable: true })
  readonly code!: string | null;

  @AnInteger()
  readonly agreements!: number;
}

@ApiSchema({ name: 'MigrationPage' })
export class MigrationPageDto {
  @PartList(() => MigrationLineDto)
  readonly items!: readonly MigrationLineDto[];

  @PartList(() => MigrationCountDto, { description: 'of this page' })
  readonly counts!: readonly MigrationCountDto[];

  @AnInteger({ description: 'in flight under the definition when it was asked, on all pages' })
  readonly total!: number;

  @AnId({ nullable: true, description: 'what to go on after; null: these were the last ones' })
  readonly next!: string | null;
}
