import { refuse } from '@entente/event-sourcing';

import type { MarkDeadlineMissed } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { AgreementFact, DeadlineMissed } from '../events.js';
import type { Deadline, ProposedAgreement } from '../state.js';
import { cancelled, isRunning, SIGNED_COPY } from './deadlines.js';
import { EXPIRED, stageOf } from './definitions.js';
import { moveByTime } from './transitions.js';

const PAPER: readonly string[] = ['ink', 'seal'];

/** The timer's word that a day is over counts for nothing: asked again are the deadline and the clock. */
export function markMissed(
  state: ProposedAgreement,
  { deadlineId }: MarkDeadlineMissed,
  situation: Situation,
): AgreementDecision {
  const deadline = state.deadlines.find((known) => known.deadlineId === deadlineId);
  if (!deadline) return refuse('unknown-deadline', { field: 'deadlineId' });
  if (!isRunning(deadline) || deadline.missedAt !== undefined) return [];
  const { dueAt } = deadline;
  if (situation.now < dueAt) return refuse('deadline-not-over', { field: 'deadlineId', facts: { dueAt } });
  const missed: DeadlineMissed = { type: 'DeadlineMissed', data: { deadlineId } };
  return [missed, ...consequences(state, deadline, situation)];
}

function consequences(
  state: ProposedAgreement,
  { kind, subject }: Deadline,
  situation: Situation,
): readonly AgreementFact[] {
  if (kind !== 'stage' || subject !== state.stage) return [];
  const whenMissed = stageOf(situation.definition, state.stage)?.deadline?.whenMissed;
  // A signature on paper is under way: the rest of them may have been given in time, and time alone ends nothing.
  if (whenMissed === undefined || isSignedOnPaper(state)) return [];
  return whenMissed === 'expire' ? expired(state) : moveByTime(state, whenMissed.transition, situation, 1);
}

function isSignedOnPaper({ parties }: ProposedAgreement): boolean {
  return parties.some(({ signatures }) => signatures.some(({ means }) => PAPER.includes(means)));
}

function expired({ stage: from, deadlines }: ProposedAgreement): readonly AgreementFact[] {
  const { name: to, title } = EXPIRED;
  const way = { from, to, transition: 'expire', conditions: [], title };
  return [
    { type: 'StageEntered', data: { ...way, activities: [], moves: [], final: true } },
    ...deadlines.filter(({ status, kind }) => status === 'open' && kind !== SIGNED_COPY).map(cancelled),
  ];
}
