import type { SetAttributes } from '../attributes/commands.js';
import type { LocalText } from '../words.js';

export interface ProposeAgreement {
  readonly type: 'ProposeAgreement';
  readonly kind: string;
  /** `name@version`; absent: the newest of its kind. */
  readonly definition?: string;
  readonly title: LocalText;
  readonly field?: LocalText;
  readonly parties?: readonly { readonly partyId: string; readonly role: string }[];
  readonly attributes?: SetAttributes['values'];
  /** The desk that looks after it; absent: the space's first. */
  readonly deskId?: string;
}
export interface WithdrawAgreement {
  readonly type: 'WithdrawAgreement';
  readonly reason: string;
}
/** Another desk looks after it from now on. */
export interface AssignDesk {
  readonly type: 'AssignDesk';
  readonly deskId: string;
}
/** Sent by the automation that numbers proposed agreements, never by a person. */
export interface NumberAgreement {
  readonly type: 'NumberAgreement';
  readonly number: string;
  readonly register: string;
}
