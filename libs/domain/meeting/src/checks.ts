import { isWellFormed } from '@entente/canonical';
import { refuse, type Refused } from '@entente/event-sourcing';

import type { Appointment, LocalText } from './events.js';
import type { MeetingRefusalCode } from './refusals.js';

export type Fault = Refused<MeetingRefusalCode> | undefined;

export const MAX_LINE = 200;
export const MAX_TEXT = 2_000;
export const MAX_MINUTES = 20_000;
const MAX_YEARS_AHEAD = 50;

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\t\n\r]/u;

export function lineFault(field: string, text: string | undefined): Fault {
  return text === undefined ? undefined : textFault(field, text, MAX_LINE, CONTROL);
}

export function proseFault(field: string, text: string | undefined, limit = MAX_TEXT): Fault {
  return text === undefined ? undefined : textFault(field, text, limit, CONTROL_BUT_LINES);
}

function textFault(field: string, text: string, limit: number, control: RegExp): Fault {
  if (text.trim() === '') return refuse('text-missing', { field });
  const length = Array.from(text).length;
  if (length > limit) return refuse('text-too-long', { field, facts: { limit, length } });
  return isWellFormed(text) && !control.test(text) ? undefined : refuse('malformed-text', { field });
}

export function titleFault({ zh, en }: LocalText): Fault {
  if (zh === undefined && en === undefined) return refuse('text-missing', { field: 'title' });
  return lineFault('title', zh) ?? lineFault('title', en);
}

export function appointmentFault({ at, zone, place }: Appointment, now: string): Fault {
  if (!isMoment(at, zone)) return refuse('invalid-moment', { field: 'at' });
  return tooFarFault('at', at.slice(0, 10), { now, zone }) ?? lineFault('place', place);
}

/** A local time that a change of clocks skips does not exist. */
function isMoment(at: string, zone: string): boolean {
  if (!MOMENT.test(at)) return false;
  try {
    Temporal.PlainDateTime.from(at).toZonedDateTime(zone, { disambiguation: 'reject' });
    return true;
  } catch {
    return false;
  }
}

export function dayFault(field: string, day: string | undefined): Fault {
  if (day === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(day).toString() === day ? undefined : refuse('invalid-date', { field });
  } catch {
    return refuse('invalid-date', { field });
  }
}

/** Nobody means a day so far ahead. */
export function tooFarFault(
  field: string,
  day: string | undefined,
  { now, zone }: { readonly now: string; readonly zone: string },
): Fault {
  const today = Temporal.PlainDate.from(localDay(now, zone));
  const latest = today.add({ years: MAX_YEARS_AHEAD }).toString();
  return day !== undefined && day > latest ? refuse('date-too-far', { field, facts: { latest } }) : undefined;
}

export function localDay(now: string, zone: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().toString();
}
