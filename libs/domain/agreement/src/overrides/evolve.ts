import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type { OverrideConfirmed, OverrideRejected, OverrideRequested } from '../events.js';
import type { Override, ProposedAgreement } from '../state.js';

export function evolveOverrides(
  state: ProposedAgreement,
  event: Stamped<OverrideRequested | OverrideConfirmed | OverrideRejected>,
): ProposedAgreement {
  switch (event.type) {
    case 'OverrideRequested': {
      const { rule, ...asked } = event.data;
      const override: Override = {
        ...asked,
        requestedBy: event.actor,
        requestedAt: event.recordedAt,
        status: rule === 'by-two' ? 'requested' : 'unconfirmed',
      };
      return { ...state, overrides: [...state.overrides, override] };
    }
    case 'OverrideConfirmed':
      return decided(state, event, { status: 'confirmed' });
    case 'OverrideRejected':
      return decided(state, event, { status: 'rejected', rejection: event.data.reason });
    default:
      return otherwise(event, state);
  }
}

function decided(
  state: ProposedAgreement,
  { data, actor, recordedAt }: Stamped<OverrideConfirmed | OverrideRejected>,
  change: Pick<Override, 'status' | 'rejection'>,
): ProposedAgreement {
  const overrides = state.overrides.map((override) =>
    override.overrideId === data.overrideId
      ? { ...override, ...change, decidedBy: actor, decidedAt: recordedAt }
      : override,
  );
  return { ...state, overrides };
}
