import type { CalendarDay } from './calendar.js';

type Name = CalendarDay['name'];

const NEW_YEAR: Name = { zh: '元旦', en: "New Year's Day" };
const SPRING_FESTIVAL: Name = { zh: '春节', en: 'Spring Festival' };
const QINGMING: Name = { zh: '清明', en: 'Tomb-sweeping Day' };
const LABOUR_DAY: Name = { zh: '劳动节', en: 'Labour Day' };
const DRAGON_BOAT: Name = { zh: '端午', en: 'Dragon Boat Festival' };
const MID_AUTUMN: Name = { zh: '中秋', en: 'Mid-autumn Festival' };
const NATIONAL_DAY: Name = { zh: '国庆节', en: 'National Day' };

const knownYears = new Map<number, ReadonlyMap<string, Name>>();

/**
 * What the law itself names off, for years without a yearly notice: days by date only, since bridges and make-up
 * days are decided year by year. Rule of 2025: the eve and the first three days of the first lunar month.
 */
export function statutoryDaysOfChina(year: number): ReadonlyMap<string, Name> {
  let days = knownYears.get(year);
  if (!days) {
    days = computeDays(year);
    knownYears.set(year, days);
  }
  return days;
}

function computeDays(year: number): ReadonlyMap<string, Name> {
  const newYear = lunarDate(year, 'M01', 1);
  return new Map<string, Name>([
    ...run(Temporal.PlainDate.from({ year, month: 1, day: 1 }), 1, NEW_YEAR),
    ...run(newYear.subtract({ days: 1 }), 4, SPRING_FESTIVAL),
    ...run(Temporal.PlainDate.from({ year, month: 4, day: dayOfQingming(year) }), 1, QINGMING),
    ...run(Temporal.PlainDate.from({ year, month: 5, day: 1 }), 2, LABOUR_DAY),
    ...run(lunarDate(year, 'M05', 5), 1, DRAGON_BOAT),
    ...run(lunarDate(year, 'M08', 15), 1, MID_AUTUMN),
    ...run(Temporal.PlainDate.from({ year, month: 10, day: 1 }), 3, NATIONAL_DAY),
  ]);
}

function run(first: Temporal.PlainDate, length: number, name: Name): [string, Name][] {
  return Array.from({ length }, (_, index) => [first.add({ days: index }).toString(), name]);
}

/** A month code without "L" never means the leap month, in which no holiday falls. */
function lunarDate(year: number, monthCode: string, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ calendar: 'chinese', year, monthCode, day }).withCalendar('iso8601');
}

/** The sun at 15° of longitude, Chinese time: the usual approximation, right for every year from 1900 to 2099. */
function dayOfQingming(year: number): number {
  const ofCentury = year % 100;
  return Math.floor(ofCentury * 0.2422 + (year < 2000 ? 5.59 : 4.81)) - Math.floor(ofCentury / 4);
}
