import type { Fact } from '@entente/event-sourcing';

import type { LocalText } from '../words.js';

export type AgreementProposed = Fact<
  'AgreementProposed',
  {
    readonly kind: string;
    /** The workflow definition it is pinned to, `name@version`. */
    readonly definition: string;
    readonly title: LocalText;
    /** The named field of the think-tank base. */
    readonly field?: LocalText;
  }
>;
export type AgreementWithdrawn = Fact<'AgreementWithdrawn', { readonly reason: string | null }>;
export type AgreementNumbered = Fact<
  'AgreementNumbered',
  {
    readonly number: string;
    /** The event that gave it: `register-{kind}-{year}@{revision}`. */
    readonly register: string;
  }
>;
/** The desk that looks after it, as it was looked up: `desk-{id}@{revision}`. */
export type DeskAssigned = Fact<'DeskAssigned', { readonly deskId: string; readonly desk: string }>;
