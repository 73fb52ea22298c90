import { mayPublish, type Actor } from '@entente/access';
import {
  workflowDecider,
  type DefinitionPublished,
  type DefinitionRefusalCode,
  type PublishDefinition,
  type PublishingContext,
  type Workflow,
} from '@entente/agreement';
import { parseStreamName, refuse, type UseCase } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import { confirmPosition } from './confirm-position.js';

export function workflowUseCase(
  ports: Facts,
  actor: Actor,
): UseCase<
  Workflow,
  PublishDefinition,
  DefinitionPublished,
  PublishingContext,
  DefinitionRefusalCode | 'not-allowed'
> {
  return {
    decider: workflowDecider,
    async gather(_, { stream }) {
      const permission = mayPublish(actor);
      if ('refused' in permission) return permission;
      const { actingAs } = permission;
      if (!(await confirmPosition(ports, actor, actingAs))) return refuse('not-allowed');
      const facts = { name: parseStreamName(stream).id };
      return actingAs === undefined ? { facts } : { facts, actingAs };
    },
  };
}
