import type { Fact } from '@entente/event-sourcing';

import type { WorkflowDefinition } from '../workflow/definition.js';

/** As a log holds it: what names a condition, an activity or a command is a text there. */
type Stored<Value> = Value extends string
  ? string
  : Value extends object
    ? { readonly [Key in keyof Value]: Stored<Value[Key]> }
    : Value;
/** The whole definition, so that an agreement under it means the same years later. */
export type DefinitionPublished = Fact<
  'DefinitionPublished',
  { readonly definition: Stored<WorkflowDefinition> }
>;
