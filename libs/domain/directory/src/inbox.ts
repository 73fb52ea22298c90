import { refuse, type Decision, type Stamped } from '@entente/event-sourcing';

import { idFault } from './checks.js';
import type { InboxRead, PersonFact } from './events.js';
import type { DirectoryRefusalCode } from './refusals.js';

/** Reminders that somebody has seen: those named, and all that came up to a moment. */
export interface MarkInboxRead {
  readonly type: 'MarkInboxRead';
  /** Ids of the events that tell of them. */
  readonly items?: readonly string[];
  /** UTC ISO text with three fraction digits. */
  readonly until?: string;
}

/** What of the inbox was read. */
export interface InboxState {
  readonly items: readonly string[];
  readonly until?: string;
}

export const MAX_READ_AT_ONCE = 100;
const NOTHING: InboxState = { items: [] };

/** Nobody has read what has yet to come. */
export function markInboxRead(
  { items: known, until: before = '' }: InboxState = NOTHING,
  { items = [], until }: MarkInboxRead,
  now: string,
): Decision<PersonFact, DirectoryRefusalCode> {
  if (items.length > MAX_READ_AT_ONCE)
    return refuse('limit-reached', { field: 'items', facts: { limit: MAX_READ_AT_ONCE } });
  const fault = items.map((id) => idFault('items', id)).find((one) => one !== undefined);
  if (fault) return fault;
  if (until !== undefined && until > now) return refuse('date-in-future', { field: 'until', facts: { now } });
  const unread = [...new Set(items)].filter((id) => !known.includes(id));
  const isLater = until !== undefined && until > before;
  if (unread.length === 0 && !isLater) return [];
  return [{ type: 'InboxRead', data: { items: unread, ...(isLater ? { until } : {}) } }];
}

export function evolveInbox(known: InboxState = NOTHING, { data }: Stamped<InboxRead>): InboxState {
  const until = data.until ?? known.until;
  return { items: [...known.items, ...data.items], ...(until === undefined ? {} : { until }) };
}
