import { canonicalText } from '@entente/canonical';

import type { Situation } from '../context.js';
import type { AgreementFact, OverrideRequested, OverriddenAction } from '../events.js';
import type { ProposedAgreement } from '../state.js';

export type Asked = Pick<OverrideRequested['data'], 'action' | 'cause' | 'reason' | 'evidence'>;

/** A second person is asked; where the office has only one, it takes effect and is confirmed later. */
export function askSecondPerson(
  state: ProposedAgreement,
  asked: Asked,
  effect: readonly AgreementFact[],
  { commandId: overrideId, overrides: rule }: Situation,
): readonly AgreementFact[] {
  if (isPending(state, asked.action)) return [];
  const requested = { type: 'OverrideRequested', data: { overrideId, ...asked, rule } } as const;
  return rule === 'by-two' ? [requested] : [requested, ...effect];
}

function isPending({ overrides }: ProposedAgreement, action: OverriddenAction): boolean {
  const asked = canonicalText({ ...action });
  return overrides.some(
    (override) => override.status === 'requested' && canonicalText({ ...override.action }) === asked,
  );
}
