import { mayPublish, type Actor } from '@entente/access';
import {
  checkDefinition,
  workflowDecider,
  type DefinitionFault,
  type DefinitionRefusalCode,
} from '@entente/agreement';
import { readFolded, streamName, type Refusal } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';

export interface PublicationReport {
  /** `name@version`; null while it is not a definition. */
  readonly definition: string | null;
  readonly faults: readonly DefinitionFault[];
  /** Why it would be refused although it has no fault. */
  readonly refusal?: Refusal<DefinitionRefusalCode>;
  /** The same is published already. */
  readonly isPublished: boolean;
}

/** What publishing it would meet, without doing it. Undefined: not for this actor. */
export async function checkPublication(
  { store }: Pick<Facts, 'store'>,
  actor: Actor,
  json: object,
): Promise<PublicationReport | undefined> {
  if ('refused' in mayPublish(actor)) return undefined;
  const { definition, faults } = checkDefinition(json);
  if (!definition) return { definition: null, faults, isPublished: false };
  const { name, version } = definition;
  const { state } = await readFolded(store, streamName(actor.space, 'workflow', name), workflowDecider);
  const decided = workflowDecider.decide(
    state,
    { type: 'PublishDefinition', definition },
    { name, ...NOWHERE },
  );
  return {
    definition: `${name}@${version}`,
    faults: [],
    ...('refused' in decided ? { refusal: decided.refused } : {}),
    isPublished: !('refused' in decided) && decided.length === 0,
  };
}

/** Publishing looks at nothing of the moment. */
const NOWHERE = { now: '', actor: '', commandId: '', nextRevision: 0 };
