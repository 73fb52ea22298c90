import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type {
  MilestoneCancelled,
  MilestoneCompleted,
  MilestoneConfirmed,
  MilestonePlanned,
} from '../events.js';
import type { Milestone, ProposedAgreement } from '../state.js';

export function evolveResearch(
  state: ProposedAgreement,
  event: Stamped<MilestonePlanned | MilestoneCompleted | MilestoneConfirmed | MilestoneCancelled>,
): ProposedAgreement {
  switch (event.type) {
    case 'MilestonePlanned': {
      const planned = { ...event.data, plannedAt: event.recordedAt, confirmedBy: [] };
      return { ...state, milestones: [...state.milestones, planned] };
    }
    case 'MilestoneCompleted': {
      const { milestoneId, completedOn } = event.data;
      return withMilestone(state, milestoneId, (milestone) => ({
        ...milestone,
        completedOn,
        confirmedBy: [milestone.ownerPartyId],
      }));
    }
    case 'MilestoneConfirmed': {
      const { milestoneId, partyId } = event.data;
      return withMilestone(state, milestoneId, (milestone) => ({
        ...milestone,
        confirmedBy: [...milestone.confirmedBy, partyId],
      }));
    }
    case 'MilestoneCancelled': {
      const { milestoneId, reason } = event.data;
      return withMilestone(state, milestoneId, (milestone) => ({ ...milestone, cancelled: { reason } }));
    }
    default:
      return otherwise(event, state);
  }
}

function withMilestone(
  state: ProposedAgreement,
  milestoneId: string,
  change: (milestone: Milestone) => Milestone,
): ProposedAgreement {
  return {
    ...state,
    milestones: state.milestones.map((milestone) =>
      milestone.milestoneId === milestoneId ? change(milestone) : milestone,
    ),
  };
}
