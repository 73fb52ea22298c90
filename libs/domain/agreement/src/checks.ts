import { localDateOf } from '@entente/calendar';
import { isWellFormed } from '@entente/canonical';
import { refuse, type Refused } from '@entente/event-sourcing';

import type { AgreementRefusalCode } from './refusals.js';
import type { LocalText } from './words.js';

type Fault = Refused<AgreementRefusalCode> | undefined;
type TextFault = Refused<'text-missing' | 'text-too-long' | 'malformed-text'> | undefined;

/** Of a moment, what a day is judged by: an instant and a zone. */
interface Moment {
  readonly now: string;
  readonly zone: string;
}

export const MAX_NAME = 200;
export const MAX_REASON = 2_000;
export const MAX_YEARS_AHEAD = 50;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\t\n\r]/u;

interface TextRule {
  readonly limit: number;
  readonly required?: true;
  /** Tabs and line breaks may stand in it. */
  readonly lines?: true;
}

export function textFault(field: string, text: string, rule: TextRule): TextFault {
  if (rule.required && text.trim() === '') return refuse('text-missing', { field });
  // Characters as people count them, not UTF-16 code units.
  const length = Array.from(text).length;
  if (length > rule.limit) return refuse('text-too-long', { field, facts: { limit: rule.limit, length } });
  const control = rule.lines ? CONTROL_BUT_LINES : CONTROL;
  return isWellFormed(text) && !control.test(text) ? undefined : refuse('malformed-text', { field });
}

/** A name or title: at least one language, each on one line. */
export function nameFault(field: string, name: LocalText): Fault {
  const texts = [name.zh, name.en].filter((text) => text !== undefined);
  if (texts.length === 0) return refuse('text-missing', { field });
  return firstFault(...texts.map((text) => textFault(field, text, { limit: MAX_NAME, required: true })));
}

export function reasonFault(reason: string): TextFault {
  return textFault('reason', reason, { limit: MAX_REASON, required: true, lines: true });
}

export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

export function todayOf(moment: Moment): string {
  return localDateOf(moment.now, moment.zone);
}

/** A day on which something has happened. */
export function pastDayFault(field: string, date: string, moment: Moment): Fault {
  if (!isDate(date)) return refuse('invalid-date', { field });
  const today = todayOf(moment);
  return date > today ? refuse('date-in-future', { field, facts: { today } }) : undefined;
}

/** A day by which something is to happen. */
export function comingDayFault(
  field: string,
  date: string,
  moment: Moment,
): Refused<'invalid-date' | 'date-in-past' | 'date-too-far'> | undefined {
  if (!isDate(date)) return refuse('invalid-date', { field });
  const today = todayOf(moment);
  if (date < today) return refuse('date-in-past', { field, facts: { today } });
  const latest = Temporal.PlainDate.from(today).add({ years: MAX_YEARS_AHEAD }).toString();
  return date > latest ? refuse('date-too-far', { field, facts: { latest } }) : undefined;
}

export function firstFault(...faults: readonly Fault[]): Fault {
  return faults.find((fault) => fault !== undefined);
}
