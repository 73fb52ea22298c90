import type { EscalationLevel } from '@entente/agreement';
import type { ReminderChannel, WhatIsAsked } from '@entente/reminder';

import type { PositionHolder } from './reminder-directory.js';

/** What somebody is reminded of: one step of one deadline, for a position of theirs. */
export interface RemindedOf extends WhatIsAsked {
  readonly agreementId: string;
  readonly deadlineId: string;
  readonly step: string;
  /** It was missed by others: to whom it is taken. */
  readonly escalated?: EscalationLevel;
  /** Nothing has happened since that local day. */
  readonly stuckSince?: string;
  readonly positionId: string;
  /** Where they answer without an account; absent: nowhere. */
  readonly answerUrl?: string;
}

/** Everything a message says, and to whom. */
export interface ReminderMail extends RemindedOf {
  /** UUID of this delivery, derived from person, day and what it is of: a repeat bears the same. */
  readonly deliveryId: string;
  readonly space: string;
  readonly recipient: PositionHolder;
  /** Of what else it reminds: then it is a digest, of what is due first on top. */
  readonly others?: readonly RemindedOf[];
  /** The space's clock, UTC ISO text. */
  readonly now: string;
}

export type ReminderDelivery =
  | {
      readonly delivered: true;
      readonly channel: ReminderChannel;
      readonly messageId: string;
    }
  /** `permanent`: another try with the same message will fail too. */
  | { readonly delivered: false; readonly permanent: boolean; readonly reason: string };

export abstract class ReminderMailer {
  /** Sends once per deliveryId, as far as it knows; a repeat bears the same Message-ID. Fails by its answer only. */
  abstract send(mail: ReminderMail): Promise<ReminderDelivery>;
}
