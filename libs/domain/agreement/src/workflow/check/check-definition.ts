import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

import type { WorkflowDefinition } from '../definition.js';
import { DEFINITION_SCHEMA } from './definition-schema.js';
import type { DefinitionFault } from './fault.js';
import { meaningFaults } from './meaning.js';

export type CheckedDefinition =
  | { readonly definition: WorkflowDefinition; readonly faults: readonly [] }
  | { readonly definition?: never; readonly faults: readonly DefinitionFault[] };

const MAX_FAULTS = 100;
let validate: ValidateFunction | undefined;

/** Every fault of what is meant to be a definition, by its place; none: it may be used. */
export function checkDefinition(json: unknown): CheckedDefinition {
  validate ??= new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    DEFINITION_SCHEMA,
  );
  if (!validate(json)) return { faults: (validate.errors ?? []).slice(0, MAX_FAULTS).map(schemaFault) };
  // The schema says so.
  const definition = json as WorkflowDefinition;
  const faults = meaningFaults(definition);
  return faults.length === 0 ? { definition, faults: [] } : { faults: faults.slice(0, MAX_FAULTS) };
}

function schemaFault({ instancePath, message, params, keyword }: ErrorObject): DefinitionFault {
  const named = keyword === 'additionalProperties' ? `: ${String(params['additionalProperty'])}` : '';
  const among = keyword === 'enum' ? `: ${String(params['allowedValues'])}` : '';
  return {
    pointer: instancePath,
    code: 'schema',
    facts: { expected: `${message ?? keyword}${named}${among}` },
  };
}
