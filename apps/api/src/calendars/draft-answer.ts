import type { DaysFrom, DraftedCalendar } from '@entente/application';
import type { DraftFault, FileFault } from '@entente/directory';
import { calendarFaultSentence, refusalSentence } from '@entente/narrative';
import { CsvMalformed, readCsv } from '@entente/platform';

import type { CalendarDraftDto, CalendarFaultDto, DraftCalendarDto } from './draft.dto.js';

/** What is asked for; of a file that is no CSV, where it is none. */
export function daysFrom(fields: DraftCalendarDto, thisYear: number): DaysFrom | CsvMalformed {
  const { country, region, first = thisYear, last = first, file = '', format = 'csv', closures } = fields;
  if (country !== undefined)
    return { from: 'country', country, first, last, ...(region === undefined ? {} : { region }) };
  if (format === 'json') return { from: 'calendar', json: jsonIn(file) };
  try {
    return { from: 'table', rows: readCsv(file), ...(closures === undefined ? {} : { closures }) };
  } catch (error) {
    if (error instanceof CsvMalformed) return error;
    throw error;
  }
}

export function answerOfDraft({ draft, fileFaults, leftOut }: DraftedCalendar): CalendarDraftDto {
  if (!draft) return withFaults(fileFaults);
  const { name, source, calendar, changes, faults, same } = draft;
  return { faults: faults.map(faultTold), calendar, name, source, changes, same, leftOut };
}

/** Of a file that cannot be read. */
export function withFaults(faults: readonly FileFault[]): CalendarDraftDto {
  const nothing = { calendar: null, name: {}, source: '', changes: [], same: false, leftOut: [] };
  return { ...nothing, faults: faults.map(fileFaultTold) };
}

function faultTold({ code, pointer, line, facts = {} }: DraftFault): CalendarFaultDto {
  const about = { code, facts };
  const sentence = { zh: calendarFaultSentence(about, 'zh'), en: calendarFaultSentence(about, 'en') };
  return { code, place: pointer, line: line ?? null, sentence };
}

function fileFaultTold({ code, column, line, facts = {} }: FileFault): CalendarFaultDto {
  const sentence = { zh: refusalSentence(code, facts, 'zh'), en: refusalSentence(code, facts, 'en') };
  return { code, place: column, line, sentence };
}

/** What is no JSON is no calendar either. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
