import { refuse, type Refused } from '@entente/event-sourcing';

import type { Situation } from '../context.js';
import type { OverriddenAction } from '../events.js';
import type { AgreementRefusalCode } from '../refusals.js';
import { lateFault } from '../signing/late-paper.js';
import { signatureOfEntry } from '../signing/of-entry.js';
import { vacantFault } from '../signing/record.js';
import type { ProposedAgreement } from '../state.js';
import type { OverrideCause } from '../words.js';

type CorrectEntry = Extract<OverriddenAction, { type: 'CorrectEntry' }>;

/**
 * Why one person could not have recorded the signature of that day: what cannot be entered alone cannot be corrected into
 * alone.
 */
export function dayForTwo(
  state: ProposedAgreement,
  action: CorrectEntry,
  situation: Situation,
): { readonly cause: OverrideCause; readonly fault: Refused<AgreementRefusalCode> } | undefined {
  const vacant = vacantFault(situation, 'value');
  if (vacant) return { cause: 'vacant', fault: vacant };
  const late = lateDayFault(state, action, situation);
  return late && { cause: 'always', fault: late };
}

function lateDayFault(
  state: ProposedAgreement,
  { commandId, field, value }: CorrectEntry,
  situation: Situation,
): Refused<AgreementRefusalCode> | undefined {
  const entry = state.entries.find((line) => line.commandId === commandId);
  if (field !== 'signedOn' || typeof value !== 'string' || !entry) return undefined;
  const begun = state.entries.findLast(
    ({ revision, types }) => revision < entry.revision && types.includes('StageEntered'),
  );
  const { evidence, evidenceFile } = signatureOfEntry(state, commandId)?.signature ?? {};
  const shown = evidence === undefined && evidenceFile === undefined ? {} : { evidence: '' };
  const then = { ...state, stageSince: begun?.recordedAt ?? state.stageSince };
  const fault = lateFault(then, { signedOn: value, ...shown }, { ...situation, now: entry.recordedAt });
  return fault && refuse(fault.refused.code, { ...fault.refused, field: 'value' });
}
