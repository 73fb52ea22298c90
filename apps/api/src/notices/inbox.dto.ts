import type { DeadlineKind } from '@entente/agreement';
import type { InboxFilter, InboxPage, InboxRow } from '@entente/application';
import type { MarkInboxRead } from '@entente/directory';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AFlag, AnId, AnInstant, AnInteger, AText, AWord, Part } from '../fields/answer-fields.js';
import { IdList, Instant } from '../fields/fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { pageOf } from '../fields/page.js';
import { PagingDto } from '../fields/paging.js';
import { QueryFlag } from '../fields/query-fields.js';
import { DEADLINE_KINDS, REMINDER_CHANNELS } from '../fields/words.js';

export class InboxQueryDto extends PagingDto implements InboxFilter {
  @QueryFlag()
  readonly unread?: boolean;
}

@ApiSchema({ name: 'InboxDue' })
class InboxDueDto {
  @ADay()
  readonly localDate!: string;

  @AnInstant({ description: 'first instant at which it is missed' })
  readonly dueAt!: string;

  @AText()
  readonly zone!: string;

  @AFlag()
  readonly provisional!: boolean;

  @AFlag()
  readonly late!: boolean;
}

@ApiSchema({ name: 'InboxRow' })
class InboxRowDto implements InboxRow {
  @AText()
  readonly itemId!: string;

  @AnId()
  readonly agreementId!: string;

  @AText({ nullable: true })
  readonly number!: string | null;

  @AText({ nullable: true, description: 'name@version' })
  readonly definition!: string | null;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @AText()
  readonly deadlineId!: string;

  @AWord(DEADLINE_KINDS, 'DeadlineKind')
  readonly kind!: DeadlineKind;

  @AText({ description: 'the stage or milestone it belongs to' })
  readonly subject!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly milestone!: LocalTextDto | null;

  @AText()
  readonly step!: string;

  @AnInstant({ description: 'when the viewer was reminded' })
  readonly at!: string;

  @AWord(REMINDER_CHANNELS, 'ReminderChannel')
  readonly channel!: InboxRow['channel'];

  @AFlag()
  readonly read!: boolean;

  @Part(() => InboxDueDto, { nullable: true, description: 'null: it is done, or fell away' })
  readonly due!: InboxDueDto | null;
}

@ApiSchema({ name: 'InboxPage' })
export class InboxPageDto extends pageOf(InboxRowDto) implements InboxPage {
  @AnInteger({ description: 'whatever the filter' })
  readonly unread!: number;
}

@ApiSchema({ name: 'MarkInboxRead' })
export class MarkInboxReadDto implements Omit<MarkInboxRead, 'type'> {
  @IdList(100, { optional: true })
  readonly items?: readonly string[];

  @Instant({ optional: true, description: 'all that came up to this moment' })
  readonly until?: string;
}
