import { canonicalText } from '@entente/canonical';
import { refuse, type Decider, type Decision } from '@entente/event-sourcing';

import type { DefinitionPublished } from '../events.js';
import type { DefinitionRefusalCode } from '../refusals.js';
import { checkDefinition } from '../workflow/check/check-definition.js';
import type { WorkflowDefinition } from '../workflow/definition.js';
import { definitions } from '../workflow/definitions.js';

export interface PublishDefinition {
  readonly type: 'PublishDefinition';
  /** What is meant to be a definition; it is checked before it is one. */
  readonly definition: object;
}

export interface PublishingContext {
  /** Of the stream, which is the definition's. */
  readonly name: string;
}

/** Every version of a definition, the first one first: version n stands at n - 1, and never changes. */
export interface Workflow {
  readonly versions: readonly WorkflowDefinition[];
}

export const workflowDecider: Decider<
  Workflow,
  PublishDefinition,
  DefinitionPublished,
  PublishingContext,
  DefinitionRefusalCode
> = {
  initial: { versions: [] },
  schemaVersions: { DefinitionPublished: 5 },
  // Those there were had no approval route, then no calendars of parties, then told nobody further up, then never stopped.
  upcasters: { DefinitionPublished: [(data) => data, (data) => data, (data) => data, (data) => data] },
  decide: publish,
  evolve: ({ versions }, { data }) => ({
    // Nothing is published that was not checked to be one.
    versions: [...versions, data.definition as WorkflowDefinition],
  }),
};

export function versionOf({ versions }: Workflow, version: number): WorkflowDefinition | undefined {
  return versions[version - 1];
}

function publish(
  { versions }: Workflow,
  { definition: json }: PublishDefinition,
  { name }: PublishingContext,
): Decision<DefinitionPublished, DefinitionRefusalCode> {
  const { definition, faults } = checkDefinition(json);
  if (!definition) return refuse('definition-faulty', { field: 'definition', facts: { faults } });
  if (definition.name !== name) return refuse('unknown-definition', { field: 'name' });
  const shipped = definitions();
  if (shipped.some((known) => known.name === name)) return refuse('name-shipped', { field: 'name' });
  const next = versions.length + 1;
  const same = versions[definition.version - 1];
  if (same) {
    return canonicalText(same) === canonicalText(definition)
      ? []
      : refuse('version-published', { field: 'version', facts: { next } });
  }
  if (definition.version !== next) return refuse('version-skipped', { field: 'version', facts: { next } });
  const { kind } = versions[0] ?? definition;
  if (kind !== definition.kind) return refuse('kind-changed', { field: 'kind', facts: { kind } });
  // Each kind counts by itself, so two of them would give the same number twice.
  const taken = shipped.find(
    (known) => known.kind !== kind && known.numberPattern === definition.numberPattern,
  );
  if (taken) return refuse('pattern-taken', { field: 'numberPattern', facts: { kind: taken.kind } });
  return [{ type: 'DefinitionPublished', data: { definition } }];
}
