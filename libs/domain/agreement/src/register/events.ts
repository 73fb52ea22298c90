import type { Fact } from '@entente/event-sourcing';

/** Register streams hold nothing else: the number is revision + 1. */
export type ReferenceNumberAssigned = Fact<
  'ReferenceNumberAssigned',
  { readonly agreementId: string; readonly kind: string; readonly year: number; readonly number: string }
>;
