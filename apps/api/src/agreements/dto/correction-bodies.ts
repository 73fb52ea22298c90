import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { Day, Flag, Id, Key, NestedList, OneOf, Text } from '../../fields/fields.js';
import { TextOrLocal, type LocalTextDto } from '../../fields/local-text.js';
import { CORRECTABLE_FIELDS, VOIDED_AS } from '../../fields/words.js';

type BodyOf<Command extends { readonly type: string }> = Omit<Command, 'type'>;

const MAX_REASON = 2_000;
const OVERRIDE = { optional: true, description: 'ask a second person where one alone may not' };

@ApiSchema({ name: 'RetractEntry' })
export class RetractEntryDto implements BodyOf<agreement.RetractEntry> {
  @Id({ description: 'the line of history to take back' })
  readonly commandId!: string;

  @Text(MAX_REASON)
  readonly reason!: string;

  @Flag(OVERRIDE)
  readonly override?: boolean;
}

@ApiSchema({ name: 'CorrectEntry' })
export class CorrectEntryDto implements BodyOf<agreement.CorrectEntry> {
  @Id({ description: 'the line of history that holds the wrong value' })
  readonly commandId!: string;

  @OneOf(CORRECTABLE_FIELDS, 'CorrectableField')
  readonly field!: agreement.CorrectableField;

  @TextOrLocal({ description: 'a day or a text; for a title or a field, in one or both languages' })
  readonly value!: string | LocalTextDto;

  @Text(MAX_REASON)
  readonly reason!: string;

  @Flag(OVERRIDE)
  readonly override?: boolean;
}

@ApiSchema({ name: 'VoidAgreement' })
export class VoidAgreementDto implements BodyOf<agreement.VoidAgreement> {
  @OneOf(VOIDED_AS, 'VoidedAs')
  readonly as!: agreement.Voided;

  @Id({ optional: true, description: 'the agreement it repeats' })
  readonly of?: string;

  @Text(MAX_REASON)
  readonly reason!: string;
}

@ApiSchema({ name: 'WaiveDeadline' })
export class WaiveDeadlineDto implements BodyOf<agreement.WaiveDeadline> {
  @Key()
  readonly deadlineId!: string;

  @Text(MAX_REASON)
  readonly reason!: string;
}

@ApiSchema({ name: 'RecountedDeadline' })
class RecountedDeadlineDto {
  @Key()
  readonly deadlineId!: string;

  @Day({ description: 'on which it falls by the newest calendars, as it was seen' })
  readonly to!: string;
}

@ApiSchema({ name: 'RecountDeadlines' })
export class RecountDeadlinesDto implements BodyOf<agreement.RecountDeadlines> {
  @Text(MAX_REASON)
  readonly reason!: string;

  @NestedList(() => RecountedDeadlineDto, 200, {
    optional: true,
    description: 'absent: all that fall on another day',
  })
  readonly deadlines?: readonly RecountedDeadlineDto[];
}

@ApiSchema({ name: 'MoveDeadline' })
export class MoveDeadlineDto implements BodyOf<agreement.MoveDeadline> {
  @Key()
  readonly deadlineId!: string;

  @Day({ description: 'a day off takes it to the next working day, or a notice to the one before' })
  readonly localDate!: string;

  @Text(MAX_REASON)
  readonly reason!: string;
}

@ApiSchema({ name: 'SuspendDeadlines' })
export class SuspendDeadlinesDto implements BodyOf<agreement.SuspendDeadlines> {
  @Text(MAX_REASON)
  readonly reason!: string;
}

@ApiSchema({ name: 'ConfirmOverride' })
export class ConfirmOverrideDto implements BodyOf<agreement.ConfirmOverride> {
  @Id()
  readonly overrideId!: string;
}

@ApiSchema({ name: 'RejectOverride' })
export class RejectOverrideDto implements BodyOf<agreement.RejectOverride> {
  @Id()
  readonly overrideId!: string;

  @Text(MAX_REASON)
  readonly reason!: string;
}
