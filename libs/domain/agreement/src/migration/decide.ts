import { canonicalText } from '@entente/canonical';
import { refuse, type Refused } from '@entente/event-sourcing';

import type { MigrateDefinition } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { AgreementFact, DeadlineSet } from '../events.js';
import type { AgreementRefusalCode } from '../refusals.js';
import type { Deadline, ProposedAgreement } from '../state.js';
import { attributesFault } from '../workflow/attributes.js';
import { cancelled, stageDeadline } from '../workflow/deadlines.js';
import type { ActivityName, StageDefinition, WorkflowDefinition } from '../workflow/definition.js';
import { movesOf } from '../workflow/definitions.js';

type Fault = Refused<AgreementRefusalCode> | undefined;

/** What decides whether its text can still change and whether signatures are given: both stay as they are. */
const KEPT: readonly ActivityName[] = ['text@1', 'signing@1'];

/** It goes on under another definition where it stands: all that was done counts. */
export function migrateDefinition(
  state: ProposedAgreement,
  { to, stages = {} }: MigrateDefinition,
  situation: Situation,
): AgreementDecision {
  if (state.definition === to) return [];
  const { target } = situation;
  if (!target || nameOf(target) !== to) return refuse('unknown-definition', { field: 'to' });
  if (target.kind !== state.kind) return refuse('other-kind', { field: 'to', facts: { kind: state.kind } });
  if (state.ended) return refuse('agreement-ended', { facts: { stage: state.stage } });
  const name = (Object.hasOwn(stages, state.stage) ? stages[state.stage] : undefined) ?? state.stage;
  const possible = target.stages.filter((stage) => isLike(state, stage));
  const stage = possible.find((one) => one.name === name);
  if (!stage) {
    const names = possible.map((one) => one.name);
    return refuse('stage-not-there', { field: 'stages', facts: { stage: state.stage, stages: names } });
  }
  const fault = partiesFault(state, target) ?? valuesFault(state, target);
  if (fault) return fault;
  const { title, activities, transitions } = stage;
  const data = { from: state.definition, to, fromStage: state.stage, stage: name, title, activities };
  return [
    { type: 'DefinitionMigrated', data: { ...data, moves: movesOf(transitions) } },
    ...deadlineFrom(state, stage, { ...situation, definition: target }),
  ];
}

export function nameOf({ name, version }: WorkflowDefinition): string {
  return `${name}@${version}`;
}

function isLike(state: ProposedAgreement, { activities, transitions }: StageDefinition): boolean {
  return (
    transitions.length > 0 &&
    KEPT.every((activity) => activities.includes(activity) === state.activities.includes(activity))
  );
}

function partiesFault({ parties }: ProposedAgreement, { partyRoles }: WorkflowDefinition): Fault {
  const roles = partyRoles.map(({ role }) => role);
  if (parties.some(({ role }) => !roles.includes(role)))
    return refuse('unknown-role', { field: 'to', facts: { roles } });
  const second = parties.find(({ role }, index) => {
    const isShared = partyRoles.some((one) => one.role === role && one.several === true);
    return !isShared && parties.findIndex((one) => one.role === role) < index;
  });
  return second && refuse('role-taken', { field: 'to', facts: { partyId: second.partyId } });
}

function valuesFault({ attributes }: ProposedAgreement, target: WorkflowDefinition): Fault {
  return attributes && attributesFault(target.attributes, {}, attributes, 'attributes');
}

/** The stage's deadline stays where the rule stays; under another rule it is counted anew from when the stage began. */
function deadlineFrom(
  state: ProposedAgreement,
  stage: StageDefinition,
  situation: Situation,
): readonly AgreementFact[] {
  const last = state.deadlines.findLast(({ kind, subject }) => kind === 'stage' && subject === state.stage);
  // Two persons took it away.
  if (last?.status === 'cancelled') return [];
  const open = last?.status === 'open' ? last : undefined;
  const [due] = dueOf(state, stage, situation, open);
  if (!due) return open ? [cancelled(open)] : [];
  if (!open) return [due];
  if (open.subject !== stage.name) return [cancelled(open), due];
  const { deadlineId } = open;
  return isSameRule(open, due) ? [] : [{ ...due, data: { ...due.data, deadlineId } }];
}

/** A change of rules makes nobody late: what would be over is counted from now, unless it was over before. */
function dueOf(
  { stageSince }: ProposedAgreement,
  stage: StageDefinition,
  situation: Situation,
  open: Deadline | undefined,
): readonly DeadlineSet[] {
  const { now, nextRevision } = situation;
  const fromBegin = stageDeadline(stage, nextRevision, { ...situation, now: stageSince });
  const wasLate = open !== undefined && open.dueAt <= now;
  return wasLate || fromBegin.every(({ data }) => data.dueAt > now)
    ? fromBegin
    : stageDeadline(stage, nextRevision, situation);
}

function isSameRule({ rule, remind }: Deadline, { data }: DeadlineSet): boolean {
  return rule === data.rule && canonicalText({ ...remind }) === canonicalText({ ...data.remind });
}
