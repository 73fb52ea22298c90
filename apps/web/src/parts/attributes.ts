import type { AttributeSchema, AttributeValue, WorkflowDefinition } from '../api/types.js';

export interface Attribute {
  readonly name: string;
  readonly schema: AttributeSchema;
  readonly required: boolean;
}

/** As a form holds them: what is empty is undefined, null or an empty text. */
export type AttributeInputs = Readonly<Record<string, AttributeValue | null | undefined>>;

/** What a definition asks to be known: what is required first, then by name, since a log keeps no other order. */
export function attributesOf({ attributes }: Pick<WorkflowDefinition, 'attributes'>): readonly Attribute[] {
  const required = new Set(attributes?.required);
  return Object.entries(attributes?.properties ?? {})
    .map(([name, schema]) => ({ name, schema, required: required.has(name) }))
    .sort((one, other) => Number(other.required) - Number(one.required) || (one.name < other.name ? -1 : 1));
}

/** Only what differs from what was seen, so that two people who fill in different things do not meet. */
export function changedValues(
  seen: Readonly<Record<string, AttributeValue>>,
  inputs: AttributeInputs,
): Record<string, AttributeValue | null> {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, input]) => {
      const value = typeof input === 'string' ? input.trim() : input;
      const filled = value === undefined || value === '' ? null : value;
      return filled === (seen[name] ?? null) ? [] : [[name, filled]];
    }),
  );
}
