import type { Refusal } from '@entente/event-sourcing';

/** Carries a refusal of the rules to the filter. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';

  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
