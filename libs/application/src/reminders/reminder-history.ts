import { agreementDecider, type Agreement, type AgreementFact } from '@entente/agreement';
import { readFolded, readStream, stateOf, streamName } from '@entente/event-sourcing';
import {
  remindedAgreement,
  remindersDecider,
  type RemindedAgreement,
  type Reminders,
} from '@entente/reminder';

import type { Facts } from '../ports/facts.js';

export interface RemindedLetter {
  readonly agreement: Agreement;
  /** Undefined when nothing was proposed. */
  readonly reminded: RemindedAgreement | undefined;
}

/** An agreement, and what reminders make of it, from one look at its history. */
export async function readRemindedLetter(
  { store }: Pick<Facts, 'store'>,
  space: string,
  agreementId: string,
): Promise<RemindedLetter> {
  const stream = streamName(space, 'agreement', agreementId);
  const events = (await readStream<AgreementFact>(store, stream, agreementDecider)).map(({ event }) => event);
  return { agreement: stateOf(agreementDecider, events), reminded: remindedAgreement(agreementId, events) };
}

export async function readRemindersOf(
  { store }: Pick<Facts, 'store'>,
  space: string,
  agreementId: string,
): Promise<Reminders> {
  return (await readFolded(store, streamName(space, 'reminders', agreementId), remindersDecider)).state;
}
