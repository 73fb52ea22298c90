import { isWellFormed } from '@entente/canonical';
import { localDateOf } from '@entente/calendar';
import { refuse, type Refused } from '@entente/event-sourcing';

import type { LocalText } from './events.js';
import type { DirectoryRefusalCode } from './refusals.js';

type Fault = Refused<DirectoryRefusalCode> | undefined;

export const MAX_NAME = 200;
export const MAX_REASON = 2_000;
const MAX_YEARS_AHEAD = 50;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\t\n\r]/u;
// The shape only: whether somebody reads it is known when a message has arrived. No spaces, so no headers slip in.
const EMAIL = /^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@.<>(),;:"[\]\\]+(?:\.[^\s@.<>(),;:"[\]\\]+)+$/u;
const MAX_EMAIL = 254;
const PHONE = /^\+?\d[\d ()/.-]{2,29}$/u;
const LANGUAGES: readonly string[] = ['zh', 'en'];
// An offset such as +08:00 is a zone for Temporal, but nobody's clocks follow it.
const ZONE = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

/** A name or title: at least one language, each on one line. */
export function nameFault(field: string, name: LocalText): Fault {
  const texts = [name.zh, name.en].filter((text) => text !== undefined);
  if (texts.length === 0) return refuse('text-missing', { field });
  return texts.map((text) => textFault(field, text)).find((fault) => fault !== undefined);
}

export function dateFault(field: string, date: string): Fault {
  return DATE.test(date) && holds(() => Temporal.PlainDate.from(date))
    ? undefined
    : refuse('invalid-date', { field });
}

/** The local day on which something is decided. */
export function localToday({ now, zone }: { readonly now: string; readonly zone: string }): string {
  return localDateOf(now, zone);
}

/** A day that has come: who fills a position next year is recorded next year, so that what is recorded holds now. */
export function pastDayFault(
  field: string,
  day: string,
  moment: { readonly now: string; readonly zone: string },
): Fault {
  const today = localToday(moment);
  return (
    dateFault(field, day) ?? (day > today ? refuse('date-in-future', { field, facts: { today } }) : undefined)
  );
}

/** Nobody means a day so far ahead. */
export function tooFarFault(
  field: string,
  day: string,
  moment: { readonly now: string; readonly zone: string },
): Fault {
  const today = Temporal.PlainDate.from(localToday(moment));
  const latest = today.add({ years: MAX_YEARS_AHEAD }).toString();
  return day > latest ? refuse('date-too-far', { field, facts: { latest } }) : undefined;
}

export function idFault(field: string, id: string): Fault {
  return ID.test(id) ? undefined : refuse('invalid-id', { field });
}

export function emailFault(email: string | undefined): Fault {
  if (email === undefined) return undefined;
  const right = email.length <= MAX_EMAIL && EMAIL.test(email) && isWellFormed(email) && !CONTROL.test(email);
  return right ? undefined : refuse('invalid-email', { field: 'email' });
}

/** Digits as people write them; who answers is known when somebody has called. */
export function phoneFault(phone: string | undefined): Fault {
  return phone === undefined || PHONE.test(phone) ? undefined : refuse('invalid-phone', { field: 'phone' });
}

export function languageFault(language: string): Fault {
  return LANGUAGES.includes(language)
    ? undefined
    : refuse('unknown-language', { field: 'language', facts: { languages: LANGUAGES } });
}

export function zoneFault(zone: string | undefined): Fault {
  if (zone === undefined) return undefined;
  const known = ZONE.test(zone) && holds(() => Temporal.PlainDate.from('2026-01-01').toZonedDateTime(zone));
  return known ? undefined : refuse('unknown-zone', { field: 'zone' });
}

export function reasonFault(reason: string): Fault {
  return textFault('reason', reason, MAX_REASON, CONTROL_BUT_LINES);
}

export function optionalReasonFault(reason: string | undefined): Fault {
  return reason === undefined ? undefined : reasonFault(reason);
}

/** Something to read on one line. */
export function lineFault(field: string, text: string, limit = MAX_NAME): Fault {
  return textFault(field, text, limit);
}

function textFault(field: string, text: string, limit = MAX_NAME, control = CONTROL): Fault {
  if (text.trim() === '') return refuse('text-missing', { field });
  // Characters as people count them, not UTF-16 code units.
  const length = Array.from(text).length;
  if (length > limit) return refuse('text-too-long', { field, facts: { limit, length } });
  return isWellFormed(text) && !control.test(text) ? undefined : refuse('malformed-text', { field });
}

function holds(look: () => unknown): boolean {
  try {
    look();
    return true;
  } catch {
    return false;
  }
}
