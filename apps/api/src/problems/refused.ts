import type { AgreementCode, DirectoryCode } from '@entente/application';
import type { CommandPathCode, Refusal } from '@entente/event-sourcing';

/** Every code with which a command sent over HTTP can be refused. */
export type RefusalCode = AgreementCode | DirectoryCode | CommandPathCode;

/** Carries a refusal of the rules to the filter. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';

  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
