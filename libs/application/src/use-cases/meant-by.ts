import type { Agreement, AgreementCommand, OverriddenAction } from '@entente/agreement';

/** What comes of the command: its own, or, where it confirms what another asked for, that. */
export function meantBy(state: Agreement, command: AgreementCommand): AgreementCommand | OverriddenAction {
  if (command.type !== 'ConfirmOverride' || state.stage === null) return command;
  const asked = state.overrides.find(({ overrideId }) => overrideId === command.overrideId);
  return asked?.action ?? command;
}
