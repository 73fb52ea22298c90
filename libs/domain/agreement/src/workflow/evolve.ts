import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type {
  DeadlineCancelled,
  DeadlineMet,
  DeadlineMissed,
  DeadlineSet,
  DeadlinesResumed,
  DeadlinesSuspended,
  StageEntered,
} from '../events.js';
import type { Deadline, ProposedAgreement } from '../state.js';
import { completesSigning } from './conditions.js';

export function evolveStage(state: ProposedAgreement, event: Stamped<StageEntered>): ProposedAgreement {
  const { to, title, activities, moves, final } = event.data;
  // A verdict belongs to its review: going back to research uses it up, and an end keeps it.
  const { verdict, ...kept } = { verdict: undefined, ...state };
  return {
    ...kept,
    ...(final && verdict ? { verdict } : {}),
    ...(completesSigning(event.data.conditions) ? { signedAt: event.recordedAt } : {}),
    stage: to,
    stageTitle: title,
    activities,
    moves,
    ended: final,
    stageSince: event.recordedAt,
  };
}

export function evolveDeadlines(
  state: ProposedAgreement,
  event: Stamped<
    DeadlineSet | DeadlineMet | DeadlineMissed | DeadlineCancelled | DeadlinesSuspended | DeadlinesResumed
  >,
): ProposedAgreement {
  switch (event.type) {
    case 'DeadlineSet': {
      const others = state.deadlines.filter(({ deadlineId }) => deadlineId !== event.data.deadlineId);
      return { ...state, deadlines: [...others, { ...event.data, status: 'open' }] };
    }
    case 'DeadlineMet': {
      const { deadlineId, lateRecorded } = event.data;
      return withDeadline(state, deadlineId, { status: 'met', ...(lateRecorded ? { lateRecorded } : {}) });
    }
    case 'DeadlineMissed':
      return withDeadline(state, event.data.deadlineId, { missedAt: event.recordedAt });
    case 'DeadlineCancelled':
      return withDeadline(state, event.data.deadlineId, { status: 'cancelled' });
    case 'DeadlinesSuspended':
      return event.data.deadlineIds.reduce(
        (known, deadlineId) => withDeadline(known, deadlineId, { suspendedAt: event.recordedAt }),
        state,
      );
    case 'DeadlinesResumed':
      return event.data.deadlines.reduce((known, { deadlineId }) => runOn(known, deadlineId), state);
    default:
      return otherwise(event, state);
  }
}

function runOn(state: ProposedAgreement, deadlineId: string): ProposedAgreement {
  const deadlines = state.deadlines.map((deadline) => {
    if (deadline.deadlineId !== deadlineId) return deadline;
    const { suspendedAt: _, ...running } = deadline;
    return running;
  });
  return { ...state, deadlines };
}

function withDeadline(
  state: ProposedAgreement,
  deadlineId: string,
  change: Partial<Deadline>,
): ProposedAgreement {
  return {
    ...state,
    deadlines: state.deadlines.map((deadline) =>
      deadline.deadlineId === deadlineId ? { ...deadline, ...change } : deadline,
    ),
  };
}
