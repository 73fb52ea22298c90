import type { AgreementCommandType } from '../commands.js';
import type { ProposedAgreement } from '../state.js';
import type { StageName } from '../words.js';
import type { ActivityName, StageDefinition, WorkflowDefinition } from './definition.js';
import { framework1 } from './framework-1.js';
import { letterOfIntent1 } from './letter-of-intent-1.js';
import { memorandum1 } from './memorandum-1.js';

const DEFINITIONS: ReadonlyMap<string, WorkflowDefinition> = new Map(
  [letterOfIntent1, memorandum1, framework1].map((definition) => [
    `${definition.name}@${definition.version}`,
    definition,
  ]),
);

/** The text is talked about until it is signed. */
const COMMENTS = ['AddComment', 'ResolveComment', 'ReopenComment'] as const;

/** What can be done in a stage that opens the activity. */
export const ACTIVITIES: Readonly<Record<ActivityName, readonly AgreementCommandType[]>> = {
  'parties@1': ['InviteParty', 'NameSignatory'],
  'text@1': [
    'ReviseSection',
    'AttachAnnex',
    'RemoveAnnex',
    'ProvideTextFile',
    'RemoveTextFile',
    'ServeText',
    'ApproveText',
    'NameApprovers',
    'EndorseText',
    'ReturnText',
    ...COMMENTS,
  ],
  'signing@1': ['RecordSignature', 'HandOverSigning', 'OrderSigning', 'DeclineSigning', ...COMMENTS],
  'research@1': ['PlanMilestone', 'CompleteMilestone', 'ConfirmMilestone', 'CancelMilestone'],
  'review@1': ['GiveVerdict'],
  'attributes@1': ['SetAttributes'],
  'accession@1': ['RecordAccession'],
};

/** Every definition this version of Entente knows. */
export function definitions(): readonly WorkflowDefinition[] {
  return [...DEFINITIONS.values()];
}

/** `letter-of-intent@1` → the definition; undefined when this version of Entente does not know it. */
export function definitionOf(nameAtVersion: string): WorkflowDefinition | undefined {
  return DEFINITIONS.get(nameAtVersion);
}

/** By what an agreement of this kind is proposed. */
export function newestOf(kind: string): WorkflowDefinition | undefined {
  return definitions()
    .filter((definition) => definition.kind === kind)
    .toSorted((one, other) => other.version - one.version)[0];
}
/** Every agreement can turn out never to have been one, whatever its definition says. */
export const VOIDED: Pick<StageDefinition, 'name' | 'title'> = {
  name: 'voided',
  title: { zh: '已作废', en: 'Voided' },
};

/** Where an agreement ends whose definition says that it does not outlast a deadline. */
export const EXPIRED: Pick<StageDefinition, 'name' | 'title'> = {
  name: 'expired',
  title: { zh: '已过期', en: 'Expired' },
};

export function stageOf(definition: WorkflowDefinition, name: StageName): StageDefinition | undefined {
  return definition.stages.find((stage) => stage.name === name);
}

/** Commands a stage takes, in the order of its activities, then those that leave it. */
export function commandsOpenIn(
  definition: WorkflowDefinition,
  name: StageName,
): readonly AgreementCommandType[] {
  const stage = stageOf(definition, name);
  if (!stage) return [];
  return openCommands({ activities: stage.activities, moves: movesOf(stage.transitions) });
}

/** The same of the stage an agreement stands in, by what its history says of it. */
export function openCommands({
  activities,
  moves,
}: Pick<ProposedAgreement, 'activities' | 'moves'>): readonly AgreementCommandType[] {
  const inside = activities.flatMap((activity) =>
    Object.hasOwn(ACTIVITIES, activity) ? ACTIVITIES[activity as ActivityName] : [],
  );
  return [...new Set([...inside, ...(moves as readonly AgreementCommandType[])])];
}

/** The commands by which a stage with these transitions is left. */
export function movesOf(transitions: StageDefinition['transitions']): readonly AgreementCommandType[] {
  return [...new Set(transitions.flatMap(({ command }) => (command === null ? [] : [command])))];
}

export function stagesOpenFor(
  definition: WorkflowDefinition,
  command: AgreementCommandType,
): readonly StageName[] {
  return definition.stages
    .map(({ name }) => name)
    .filter((stage) => commandsOpenIn(definition, stage).includes(command));
}
