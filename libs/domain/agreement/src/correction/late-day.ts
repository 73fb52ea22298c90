import type { Situation } from '../context.js';
import type { OverriddenAction } from '../events.js';
import { lateFault } from '../signing/late-paper.js';
import { signatureOfEntry } from '../signing/of-entry.js';
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
  const { evidence, evidenceFile } = signatureOfEntry(state, commandId)?.signature ?? {};
  const shown = evidence === undefined && evidenceFile === undefined ? {} : { evidence: '' };
  const then = { ...state, stageSince: begun?.recordedAt ?? state.stageSince };
  const fault = lateFault(then, { signedOn: value, ...shown }, { ...situation, now: entry.recordedAt });
  return fault !== undefined;
}
