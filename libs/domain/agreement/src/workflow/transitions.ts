import { isRefused, refuse, stamp } from '@entente/event-sourcing';

import type { AgreementCommand } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { AgreementFact, StageEntered } from '../events.js';
import { evolve } from '../evolve.js';
import type { Agreement, Deadline, ProposedAgreement } from '../state.js';
import { completesSigning, missingOf } from './conditions.js';
import { cancelled, met, SIGNED_COPY, signedCopyDeadline, stageDeadline } from './deadlines.js';
import type { StageDefinition, Transition, WorkflowDefinition } from './definition.js';
import { movesOf, stageOf } from './definitions.js';

/** Commands by which a transition can be asked for. */
export const MOVES: readonly string[] = [
  'SubmitForSigning',
  'CloseDeclined',
  'ReopenDrafting',
  'SubmitForReview',
  'ConcludeAgreement',
  'WithdrawAgreement',
] satisfies AgreementCommand['type'][];

/** A command that only moves the agreement on: what its transition asks, and what follows from it. */
export function decideMove(
  state: ProposedAgreement,
  command: AgreementCommand,
  situation: Situation,
  announced: readonly AgreementFact[] = [],
): AgreementDecision {
  const exits = stageOf(situation.definition, state.stage)?.transitions ?? [];
  const transition = exits.find((exit) => exit.command === command.type);
  if (!transition) return [];
  const missing = missingOf(transition.conditions, state);
  if (missing.length > 0) return refuse('conditions-not-met', { facts: { missing } });
  return [...announced, ...move(state, transition, situation, announced.length)];
}

/** Whether the agreement already stands where the command would take it. */
export function hasMoved(
  definition: WorkflowDefinition,
  state: ProposedAgreement,
  command: AgreementCommand,
): boolean {
  return definition.stages.some(({ transitions }) =>
    transitions.some((exit) => exit.command === command.type && exit.to === state.stage),
  );
}

/** The decision with every stage change that follows from it by itself, until none does any more. */
export function withConsequences(
  state: Agreement,
  decision: AgreementDecision,
  situation: Situation,
): AgreementDecision {
  if (isRefused(decision) || decision.length === 0) return decision;
  const facts = [...decision];
  let current = after(state, decision, situation, 0);
  // A definition that runs in a circle ends here, at most once round.
  for (const _stage of situation.definition.stages) {
    const transition = automatic(current, situation.definition);
    if (!transition || current.stage === null) break;
    const followed = move(current, transition, situation, facts.length);
    current = after(current, followed, situation, facts.length);
    facts.push(...followed);
  }
  return facts;
}

function automatic(state: Agreement, definition: WorkflowDefinition): Transition | undefined {
  if (state.stage === null) return undefined;
  return stageOf(definition, state.stage)?.transitions.find(
    ({ command, conditions }) => command === null && missingOf(conditions, state).length === 0,
  );
}

/** What a transition leads to that time alone takes. */
export function moveByTime(
  state: ProposedAgreement,
  name: string,
  situation: Situation,
  before: number,
): readonly AgreementFact[] {
  const exits = stageOf(situation.definition, state.stage)?.transitions ?? [];
  const transition = exits.find(
    (exit) => exit.name === name && missingOf(exit.conditions, state).length === 0,
  );
  // Nothing was done for what it leaves.
  return transition ? move(state, { ...transition, abandons: true }, situation, before) : [];
}

/** Entering the stage, the end of deadlines, the new stage's own. `before`: facts of this command decided so far. */
function move(
  state: ProposedAgreement,
  transition: Transition,
  situation: Situation,
  before: number,
): AgreementFact[] {
  const target = stageOf(situation.definition, transition.to);
  if (!target) return [];
  const revision = situation.nextRevision + before;
  const isFinal = target.transitions.length === 0;
  return [
    entering(target, { from: state.stage, transition: transition.name, conditions: transition.conditions }),
    ...state.deadlines.flatMap((deadline) => endOf(deadline, transition, isFinal, state, situation)),
    ...stageDeadline(target, revision, situation),
    ...(completesSigning(transition.conditions) ? signedCopyDeadline(revision, situation) : []),
  ];
}

/** That the stage begins, with what its definition says of it. */
export function entering(
  { name, title, activities, transitions }: StageDefinition,
  way: Pick<StageEntered['data'], 'from' | 'transition' | 'conditions'>,
): StageEntered {
  const { from, transition, conditions } = way;
  const final = transitions.length === 0;
  const moves = movesOf(transitions);
  return {
    type: 'StageEntered',
    data: { from, to: name, transition, conditions, title, activities, moves, final },
  };
}

function endOf(
  deadline: Deadline,
  { abandons, conditions }: Transition,
  isFinal: boolean,
  state: ProposedAgreement,
  { now }: Situation,
): AgreementFact[] {
  if (deadline.status !== 'open') return [];
  if (deadline.kind === 'stage' && !abandons)
    return [met(deadline, now, completesSigning(conditions) ? signedOn(state) : undefined)];
  // What was signed is to be on file, whatever becomes of the agreement.
  if (deadline.kind === SIGNED_COPY) return [];
  return abandons || isFinal ? [cancelled(deadline)] : [];
}

/** The day of the last signature. */
function signedOn({ parties }: ProposedAgreement): string | undefined {
  const days = parties.flatMap(({ signatures }) => signatures.map((signature) => signature.signedOn));
  return days.toSorted().at(-1);
}

function after(
  state: Agreement,
  facts: readonly AgreementFact[],
  situation: Situation,
  before: number,
): Agreement {
  return stamp(facts, { ...situation, nextRevision: situation.nextRevision + before }).reduce(evolve, state);
}
