import type { DeadlineKind } from '@entente/agreement';
import type { DeadlineFilter, DeadlinePage, DeadlineRow, DeadlineSpan } from '@entente/application';
import type { LastReminder, SuppressReason, TrafficLight } from '@entente/reminder';
import { ApiSchema, IntersectionType } from '@nestjs/swagger';

import { DeadlineLineDto, LetterLineDto } from '../agreements/dto/letter-line.dto.js';
import { AnInstant, AnInteger, AText, AWord, Part, TextList } from '../fields/answer-fields.js';
import { Id } from '../fields/fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { pageOf } from '../fields/page.js';
import { PagingDto } from '../fields/paging.js';
import { QueryFlag, QueryMonth, QueryText, QueryWord } from '../fields/query-fields.js';
import { DEADLINE_KINDS, SUPPRESS_REASONS } from '../fields/words.js';

const SPANS: readonly DeadlineSpan[] = ['missed', 'week', 'later'];

export class DeadlineQueryDto extends PagingDto implements DeadlineFilter {
  @QueryWord(SPANS, 'DeadlineSpan', { description: 'missed, due within seven local days, or due later' })
  readonly when?: DeadlineSpan;

  @QueryWord(DEADLINE_KINDS, 'DeadlineKind')
  readonly kind?: DeadlineKind;

  @QueryFlag({ description: 'only what the viewer owes, as a party or from the desk they keep' })
  readonly mine?: boolean;

  @Id({ optional: true, description: 'looked after by this desk' })
  readonly deskId?: string;

  @QueryMonth({ description: 'due on a local day of this month' })
  readonly month?: string;

  @QueryText(100, { description: 'in number, title and parties' })
  readonly search?: string;
}

@ApiSchema({ name: 'TrafficLight' })
class TrafficLightDto implements TrafficLight {
  @AWord(['red', 'amber', 'green', 'grey'], 'TrafficLightColour')
  readonly colour!: TrafficLight['colour'];

  @AWord(['missed', 'due-today', 'due-soon', 'nobody-reached', 'ahead', 'suspended'], 'TrafficLightReason')
  readonly reason!: TrafficLight['reason'];
}

@ApiSchema({ name: 'LastReminder' })
class LastReminderDto implements LastReminder {
  @AText({ description: 'remind-5: five working days before; on-the-day' })
  readonly step!: string;

  @AWord(['sent', 'held-back'], 'LastReminderStatus')
  readonly status!: LastReminder['status'];

  @AWord(SUPPRESS_REASONS, 'SuppressReason', { nullable: true, description: 'why it was held back' })
  readonly reason!: SuppressReason | null;

  @AnInstant()
  readonly at!: string;
}

@ApiSchema({ name: 'DeadlineRow' })
class DeadlineRowDto extends IntersectionType(LetterLineDto, DeadlineLineDto) implements DeadlineRow {
  @AText()
  readonly deadlineId!: string;

  @AWord(DEADLINE_KINDS, 'DeadlineKind')
  readonly kind!: DeadlineKind;

  @AText({ description: 'the stage or milestone it belongs to' })
  readonly subject!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly milestone!: LocalTextDto | null;

  @TextList({ description: 'whose duty it is: ids of parties, or coordinator' })
  readonly who!: readonly string[];

  @AText({ description: 'P10D working: so many working days; on 2027-03-31: a day that was given' })
  readonly rule!: string;

  @AText({ description: 'names and versions of the calendars it was counted with' })
  readonly calendar!: string;

  @AText()
  readonly zone!: string;

  @Part(() => TrafficLightDto)
  readonly light!: TrafficLightDto;

  @Part(() => LastReminderDto, { nullable: true, description: 'the last reminder that was due' })
  readonly reminded!: LastReminderDto | null;
}

@ApiSchema({ name: 'DeadlineCounts' })
class DeadlineCountsDto {
  @AnInteger()
  readonly missed!: number;

  @AnInteger()
  readonly week!: number;

  @AnInteger()
  readonly later!: number;
}

@ApiSchema({ name: 'DeadlinePage' })
export class DeadlinePageDto extends pageOf(DeadlineRowDto) implements DeadlinePage {
  @Part(() => DeadlineCountsDto, { description: 'whatever the span that is asked for' })
  readonly counts!: DeadlineCountsDto;

  @AnInteger({ description: 'letters the viewer may see whose later events are left out' })
  readonly parked!: number;
}
