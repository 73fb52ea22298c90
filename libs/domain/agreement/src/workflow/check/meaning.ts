import { CONDITIONS, COUNTED_CONDITIONS } from '../conditions.js';
import { workingDaysOf } from '../deadlines.js';
import type {
  ApprovalStep,
  ConditionUse,
  StageDefinition,
  Transition,
  WorkflowDefinition,
} from '../definition.js';
import { ACTIVITIES } from '../definitions.js';
import { policyFaults, type ReminderPolicy, type WhenMissed } from '../reminder-policy.js';
import { MOVES } from '../transitions.js';
import { attributeFaults } from './attributes.js';
import { fault, type DefinitionFault } from './fault.js';
import { wayFaults } from './ways.js';

/** What a definition of the right shape gets wrong. */
export function meaningFaults(definition: WorkflowDefinition): DefinitionFault[] {
  const { milestoneReminders, numberPattern, partyRoles, signedCopy, stages, template } = definition;
  return [
    ...duplicates(
      '/partyRoles',
      'role',
      partyRoles.map(({ role }) => role),
    ),
    ...partyRoles.flatMap(({ approvalRoute = [] }, index) =>
      routeFaults(approvalRoute, `/partyRoles/${index}/approvalRoute`),
    ),
    ...duplicates(
      '/template',
      'sectionId',
      template.map(({ sectionId }) => sectionId),
    ),
    ...duplicates(
      '/stages',
      'name',
      stages.map(({ name }) => name),
    ),
    // Every year counts from one, so without it the same number would come again.
    ...(/\{number(:\d{1,2})?\}/.test(numberPattern) && numberPattern.includes('{year}')
      ? []
      : [fault('/numberPattern', 'number-pattern')]),
    ...deadlineFaults('/signedCopy', signedCopy),
    ...remindFaults('/milestoneReminders', milestoneReminders),
    ...stages.flatMap((stage, index) => stageFaults(stage, `/stages/${index}`, definition)),
    ...attributeFaults(definition),
    ...wayFaults(definition),
  ];
}

/** A post is named once in the whole route. */
function routeFaults(route: readonly ApprovalStep[], at: string): DefinitionFault[] {
  const posts = route.flatMap((step, index) =>
    step.posts.map(({ name }, place) => ({ name, pointer: `${at}/${index}/posts/${place}/name` })),
  );
  return posts.flatMap(({ name, pointer }, index) =>
    posts.findIndex((post) => post.name === name) < index ? [fault(pointer, 'duplicate-name', { name })] : [],
  );
}

function stageFaults(
  { activities, deadline, transitions }: StageDefinition,
  at: string,
  definition: WorkflowDefinition,
): DefinitionFault[] {
  const known = Object.keys(ACTIVITIES);
  const commands = transitions.map(({ command }) => command);
  return [
    ...duplicates(`${at}/activities`, '', activities),
    ...duplicates(
      `${at}/transitions`,
      'name',
      transitions.map(({ name }) => name),
    ),
    ...activities.flatMap((activity, index) =>
      known.includes(activity) ? [] : [fault(`${at}/activities/${index}`, 'unknown-activity', { known })],
    ),
    ...deadlineFaults(`${at}/deadline`, deadline),
    ...whenMissedFaults(`${at}/deadline/whenMissed`, deadline?.whenMissed, transitions),
    ...commands.flatMap((command, index) =>
      command !== null && commands.indexOf(command) < index
        ? [fault(`${at}/transitions/${index}/command`, 'ambiguous-command', { command })]
        : [],
    ),
    ...(transitions.length === 0 && (deadline !== undefined || activities.length > 0)
      ? [fault(at, 'busy-final-stage')]
      : []),
    ...transitions.flatMap((transition, index) =>
      transitionFaults(transition, `${at}/transitions/${index}`, definition),
    ),
  ];
}

function transitionFaults(
  { command, conditions }: Transition,
  at: string,
  definition: WorkflowDefinition,
): DefinitionFault[] {
  return [
    ...(command === null || MOVES.includes(command)
      ? []
      : [fault(`${at}/command`, 'unknown-command', { known: MOVES })]),
    ...(command === null && conditions.length === 0 ? [fault(at, 'automatic-without-condition')] : []),
    ...conditions.flatMap((condition, index) =>
      conditionFaults(condition, `${at}/conditions/${index}`, definition),
    ),
  ];
}

function conditionFaults(
  condition: ConditionUse,
  at: string,
  { partyRoles }: WorkflowDefinition,
): DefinitionFault[] {
  const name = typeof condition === 'string' ? condition : condition.name;
  const known = [...Object.keys(CONDITIONS), ...Object.keys(COUNTED_CONDITIONS)];
  if (!known.includes(name)) return [fault(at, 'unknown-condition', { known })];
  const asksForNumber = Object.hasOwn(COUNTED_CONDITIONS, name);
  if (typeof condition === 'string') return asksForNumber ? [fault(at, 'count-missing')] : [];
  if (!asksForNumber) return [fault(at, 'count-without-meaning')];
  const most = partyRoles.length;
  const bounded = partyRoles.every(({ several }) => several === undefined);
  return bounded && condition.count > most ? [fault(`${at}/count`, 'count-out-of-reach', { most })] : [];
}

function deadlineFaults(at: string, deadline: WorkflowDefinition['signedCopy']): DefinitionFault[] {
  if (deadline === undefined) return [];
  const days = workingDaysOf(deadline.duration);
  const computable = days === undefined ? [fault(`${at}/duration`, 'deadline-not-computable')] : [];
  return [...computable, ...remindFaults(`${at}/remind`, deadline.remind, days)];
}

function remindFaults(at: string, policy: ReminderPolicy, days?: number): DefinitionFault[] {
  return policyFaults(policy, days).map(({ pointer, code, facts }) => fault(`${at}${pointer}`, code, facts));
}

/** A transition that waits for nothing: time alone takes it. */
function whenMissedFaults(
  at: string,
  whenMissed: WhenMissed | undefined,
  transitions: readonly Transition[],
): DefinitionFault[] {
  if (whenMissed === undefined || whenMissed === 'expire') return [];
  const known = transitions.filter(({ conditions }) => conditions.length === 0).map(({ name }) => name);
  return known.includes(whenMissed.transition)
    ? []
    : [fault(`${at}/transition`, 'unknown-transition', { known })];
}

function duplicates(at: string, member: string, names: readonly string[]): DefinitionFault[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [fault(`${at}/${index}${member === '' ? '' : `/${member}`}`, 'duplicate-name', { name })]
      : [],
  );
}
