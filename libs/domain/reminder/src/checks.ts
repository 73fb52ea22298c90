import { isWellFormed } from '@entente/canonical';
import { refuse, type Refused } from '@entente/event-sourcing';

import type { ReminderRefusalCode } from './commands.js';

type Fault = Refused<ReminderRefusalCode> | undefined;

/** What somebody says beside an answer. */
export const MAX_WORD = 500;
const CONTROL_BUT_LINES = /[^\P{Cc}\t\n\r]/u;

export function wordFault(field: string, text: string | undefined): Fault {
  if (text === undefined) return undefined;
  if (text.trim() === '') return refuse('text-missing', { field });
  const length = Array.from(text).length;
  if (length > MAX_WORD) return refuse('text-too-long', { field, facts: { limit: MAX_WORD, length } });
  return isWellFormed(text) && !CONTROL_BUT_LINES.test(text)
    ? undefined
    : refuse('malformed-text', { field });
}

/** An instant as the log writes it: UTC ISO text with three fraction digits; undefined for what is none. */
export function momentIn(text: string): string | undefined {
  try {
    return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });
  } catch {
    return undefined;
  }
}
