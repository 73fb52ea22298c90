import type { Situation } from '../context.js';
import type { OverriddenAction } from '../events.js';
import { lateFault } from '../signing/late-paper.js';
import type { ProposedAgreement } from '../state.js';

/**
 * Whether the day would have been too late, or too early, for one person to record the signature of it: what cannot be
 * entered alone cannot be corrected into alone.
 */
export function isLateDay(
  state: ProposedAgreement,
  { commandId, field, value }: Extract<OverriddenAction, { type: 'CorrectEntry' }>,
  situation: Situation,
): boolean {
  const entry = state.entries.find((line) => line.commandId === commandId);
  if (field !== 'signedOn' || typeof value !== 'string' || !entry) return false;
  const begun = state.entries.findLast(
    ({ revision, types }) => revision < entry.revision && types.includes('StageEntered'),
  );
  const signatures = state.parties.find(({ partyId }) => entry.subjects.includes(partyId))?.signatures ?? [];
  // Of several in one party the entry does not say which one it is: all must be shown.
  const shown = signatures.length > 0 && signatures.every(isShown) ? { evidence: '' } : {};
  const then = { ...state, stageSince: begun?.recordedAt ?? state.stageSince };
  const fault = lateFault(then, { signedOn: value, ...shown }, { ...situation, now: entry.recordedAt });
  return fault !== undefined;
}

function isShown({
  evidence,
  evidenceFile,
}: ProposedAgreement['parties'][number]['signatures'][number]): boolean {
  return evidence !== undefined || evidenceFile !== undefined;
}
