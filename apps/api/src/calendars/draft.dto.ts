import type { DayChange } from '@entente/calendar';
import { ApiSchema } from '@nestjs/swagger';

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
import { Flag, FreeText, OneOf, Text, WholeNumber } from '../fields/fields.js';
import { LocalTextDto, LocalTextField } from '../fields/local-text.js';
import { CalendarDto, DAY_KINDS, type CalendarDayDto } from './calendar.dto.js';

/** More than any calendar's file has. */
const MAX_FILE = 400_000;
const FORMATS = ['csv', 'json'] as const;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** Either a country with years, or a file with its format. */
@ApiSchema({ name: 'DraftCalendar' })
export class DraftCalendarDto {
  @Text(2, { optional: true, description: 'ISO 3166-1: its public holidays', example: 'DE' })
  readonly country?: string;

  @Text(8, { optional: true, description: 'part of the country', example: 'BY' })
  readonly region?: string;

  @WholeNumber(FIRST_YEAR, LAST_YEAR, { optional: true, description: 'of the country; absent: this one' })
  readonly first?: number;

  @WholeNumber(FIRST_YEAR, LAST_YEAR, { optional: true, description: 'absent: the first one' })
  readonly last?: number;

  @FreeText(MAX_FILE, {
    optional: true,
    description: 'CSV with date, kind, name_zh, name_en for whole years, or a whole calendar as JSON',
  })
  readonly file?: string;

  @OneOf(FORMATS, 'CalendarFileFormat', { optional: true, description: 'absent: csv' })
  readonly format?: (typeof FORMATS)[number];

  @Flag({ optional: true, description: "the CSV holds an organisation's own days off" })
  readonly closures?: boolean;

  @LocalTextField({ optional: true, description: 'absent: as it is called now' })
  readonly name?: LocalTextDto;

  @Text(200, { optional: true, description: 'where the days come from' })
  readonly source?: string;
}

@ApiSchema({ name: 'DayStanding' })
class DayStandingDto {
  @AWord(DAY_KINDS, 'CalendarDayKind')
  readonly kind!: CalendarDayDto['kind'];

  @Part(() => LocalTextDto)
  readonly name!: CalendarDayDto['name'];
}

@ApiSchema({ name: 'DayChange' })
class DayChangeDto implements DayChange {
  @ADay()
  readonly date!: string;

  @Part(() => DayStandingDto, { nullable: true, description: 'null: as its weekday says' })
  readonly before!: DayStandingDto | null;

  @Part(() => DayStandingDto, { nullable: true })
  readonly after!: DayStandingDto | null;
}

@ApiSchema({ name: 'CalendarFault' })
export class CalendarFaultDto {
  @AText()
  readonly code!: string;

  @AText({ nullable: true, description: 'JSON pointer into the calendar, or the column of the file' })
  readonly place!: string | null;

  @AnInteger({ nullable: true, description: 'of the file, from 1' })
  readonly line!: number | null;

  @Part(() => LocalTextDto)
  readonly sentence!: LocalTextDto;
}

@ApiSchema({ name: 'CalendarDraft' })
export class CalendarDraftDto {
  @PartList(() => CalendarFaultDto, { description: 'while there is one, it would not be published' })
  readonly faults!: readonly CalendarFaultDto[];

  @Part(() => CalendarDto, { nullable: true, description: 'to be published; null: the file cannot be read' })
  readonly calendar!: CalendarDto | null;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @AText()
  readonly source!: string;

  @PartList(() => DayChangeDto, { description: 'beside the version there is' })
  readonly changes!: readonly DayChangeDto[];

  @AFlag({ description: 'nothing would be new' })
  readonly same!: boolean;

  @IntegerList({ description: 'years asked for whose days nobody knows yet: they stay provisional' })
  readonly leftOut!: readonly number[];
}
