import type { Fact } from '@entente/event-sourcing';

import type { LocalText } from '../words.js';
import type { ApprovalStep } from '../workflow/definition.js';

export type PartyInvited = Fact<
  'PartyInvited',
  {
    /** The organisation's id. */
    readonly partyId: string;
    /** Where the name was read: `organisation-{id}@{revision}`. */
    readonly organisation: string;
    readonly name: LocalText;
    /** One of the definition's party roles. */
    readonly role: string;
    /** Who inside it agrees to a text before it does, as the definition says. */
    readonly approvalRoute?: readonly ApprovalStep[];
  }
>;
export type SignatoryNamed = Fact<
  'SignatoryNamed',
  { readonly partyId: string; readonly positionId: string; readonly title: LocalText }
>;
