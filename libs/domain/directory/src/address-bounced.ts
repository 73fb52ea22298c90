import type { Stamped } from '@entente/event-sourcing';

import type { AddressBounced, PersonFact } from './events.js';

/** Sent by whoever reads what comes back of mails. */
export interface RecordAddressBounced {
  readonly type: 'RecordAddressBounced';
  readonly messageId: string;
  /** As RFC 3463 numbers it: `5.1.1`. */
  readonly status: string;
  /** When the message went out, UTC ISO text: an address given since is not the one it came back from. */
  readonly sentAt: string;
}

export interface Reachable {
  readonly email?: string | null;
  /** Since when it is this address; UTC ISO text. */
  readonly emailSince?: string;
  /** Mail to it came back; gone with the next address, also when that is the same. */
  readonly bounced?: { readonly status: string; readonly at: string };
}

export function recordAddressBounced(
  { email, emailSince, bounced }: Reachable,
  { messageId, status, sentAt }: RecordAddressBounced,
): readonly PersonFact[] {
  if (email === undefined || email === null || bounced) return [];
  if (emailSince !== undefined && sentAt < emailSince) return [];
  return [{ type: 'AddressBounced', data: { status, messageId } }];
}

export function evolveBounced<Known extends Reachable>(
  known: Known,
  { data, recordedAt }: Stamped<AddressBounced>,
): Known {
  return { ...known, bounced: { status: data.status, at: recordedAt } };
}
