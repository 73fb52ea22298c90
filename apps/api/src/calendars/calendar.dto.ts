import type { CalendarLine, CalendarList } from '@entente/application';
import { MAX_CALENDAR_DAYS, type Calendar, type CalendarDay, type CoveredYear } from '@entente/calendar';
import type * as directory from '@entente/directory';
import { ApiSchema } from '@nestjs/swagger';

import { QueryInteger } from '../fields/query-fields.js';
import {
  ADay,
  AFlag,
  AnInteger,
  AText,
  AWord,
  IntegerList,
  Part,
  PartList,
} from '../fields/answer-fields.js';
import { Day, Nested, NestedList, OneOf, Text, Weekdays, WholeNumber, Word } from '../fields/fields.js';
import { LocalTextDto, LocalTextField } from '../fields/local-text.js';
import { FreshnessDto } from '../fields/page.js';

export const DAY_KINDS = ['holiday', 'make-up-working-day'] as const satisfies readonly CalendarDay['kind'][];
const CALENDAR_KINDS = ['closures'] as const satisfies readonly NonNullable<Calendar['kind']>[];
const MAX_VERSION = 100_000;

const CLOSURES = "an organisation's own days off; absent: a country's calendar";
const WEEKEND = 'days of the week off, 1 for Monday; absent: Saturday and Sunday';

class GivenDayName {
  @Text(100)
  readonly zh!: string;

  @Text(100)
  readonly en!: string;
}

@ApiSchema({ name: 'GivenCalendarDay' })
class GivenDayDto implements CalendarDay {
  @Day()
  readonly date!: string;

  @OneOf(DAY_KINDS, 'CalendarDayKind')
  readonly kind!: CalendarDay['kind'];

  @Nested(() => GivenDayName)
  readonly name!: GivenDayName;
}

@ApiSchema({ name: 'GivenCalendar' })
class GivenCalendarDto implements Calendar {
  @Word({ example: 'cn' })
  readonly id!: string;

  @WholeNumber(1, MAX_VERSION, { description: 'the one after the newest; the first is 1' })
  readonly version!: number;

  @Day({ description: 'first day the list is for; days outside are provisional' })
  readonly publishedFrom!: string;

  @Day({ description: 'last day the list is for' })
  readonly publishedTo!: string;

  @NestedList(() => GivenDayDto, MAX_CALENDAR_DAYS, {
    description: 'days that are not what their weekday says',
  })
  readonly days!: readonly GivenDayDto[];

  @Weekdays({ optional: true, description: WEEKEND })
  readonly weekend?: readonly number[];

  @OneOf(CALENDAR_KINDS, 'CalendarKind', { optional: true, description: CLOSURES })
  readonly kind?: 'closures';
}

@ApiSchema({ name: 'PublishCalendar' })
export class PublishCalendarDto implements Omit<directory.PublishCalendar, 'type'> {
  @LocalTextField()
  readonly name!: LocalTextDto;

  @Text(200, { description: 'where the days come from: a notice, a law, a library with its version' })
  readonly source!: string;

  @Nested(() => GivenCalendarDto)
  readonly calendar!: GivenCalendarDto;
}

@ApiSchema({ name: 'CoveredYear' })
class CoveredYearDto implements CoveredYear {
  @AnInteger()
  readonly year!: number;

  @AWord(['official', 'partly', 'provisional'], 'YearStanding', { description: 'what of it is published' })
  readonly standing!: CoveredYear['standing'];
}

@ApiSchema({ name: 'CalendarLine' })
class CalendarLineDto implements CalendarLine {
  @AText()
  readonly id!: string;

  @AnInteger({ description: 'the newest' })
  readonly version!: number;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @AText()
  readonly source!: string;

  @ADay()
  readonly publishedFrom!: string;

  @ADay({ description: 'later days are provisional: statutory days and weekends' })
  readonly publishedTo!: string;

  @AnInteger({ description: 'how many days are not what their weekday says' })
  readonly days!: number;

  @PartList(() => CoveredYearDto, { description: 'up to the coming year at least' })
  readonly years!: readonly CoveredYearDto[];

  @AnInteger({ nullable: true, description: 'the coming year, when its days should be published by now' })
  readonly awaited!: number | null;

  @AWord(CALENDAR_KINDS, 'CalendarKind', { optional: true, description: CLOSURES })
  readonly kind?: 'closures';
}

@ApiSchema({ name: 'CalendarList' })
export class CalendarListDto implements CalendarList {
  @PartList(() => CalendarLineDto)
  readonly items!: readonly CalendarLineDto[];

  @Part(() => FreshnessDto)
  readonly freshness!: FreshnessDto;
}

@ApiSchema({ name: 'CalendarDay' })
export class CalendarDayDto implements CalendarDay {
  @ADay()
  readonly date!: string;

  @AWord(DAY_KINDS, 'CalendarDayKind')
  readonly kind!: CalendarDay['kind'];

  @Part(() => LocalTextDto)
  readonly name!: { readonly zh: string; readonly en: string };
}

@ApiSchema({ name: 'Calendar' })
export class CalendarDto implements Calendar {
  @AText()
  readonly id!: string;

  @AnInteger()
  readonly version!: number;

  @ADay()
  readonly publishedFrom!: string;

  @ADay()
  readonly publishedTo!: string;

  @PartList(() => CalendarDayDto)
  readonly days!: readonly CalendarDayDto[];

  @IntegerList({ optional: true, description: WEEKEND })
  readonly weekend?: readonly number[];

  @AWord(CALENDAR_KINDS, 'CalendarKind', { optional: true, description: CLOSURES })
  readonly kind?: 'closures';
}

@ApiSchema({ name: 'DayOfYear' })
class DayOfYearDto {
  @ADay()
  readonly date!: string;

  @AFlag()
  readonly working!: boolean;

  @Part(() => LocalTextDto, { nullable: true })
  readonly name!: CalendarDay['name'] | null;
}

@ApiSchema({ name: 'CalendarYear' })
export class CalendarYearDto {
  @AnInteger()
  readonly year!: number;

  @AWord(['official', 'partly', 'provisional'], 'YearStanding', {
    description: 'provisional: statutory days and weekends only',
  })
  readonly standing!: CoveredYear['standing'];

  @PartList(() => DayOfYearDto, { description: 'every day of the year' })
  readonly days!: readonly DayOfYearDto[];
}

export class CalendarVersionDto {
  @QueryInteger(1, MAX_VERSION, { description: 'absent: the newest' })
  readonly version?: number;
}
