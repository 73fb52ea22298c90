import type { AttributeValue } from '../words.js';
import { attributeOf, valueFault, type AttributeSchema } from './attributes.js';
import type { WorkflowDefinition } from './definition.js';

const INTEGER = /^(?:0|-?[1-9]\d{0,15})$/u;

/**
 * What a text that an attribute is looked for with may mean, by each definition that knows the attribute. Undefined:
 * none does; empty: no value of it is written so.
 */
export function meaningsOf(
  definitions: readonly Pick<WorkflowDefinition, 'attributes'>[],
  name: string,
  text: string,
): readonly AttributeValue[] | undefined {
  const known = definitions.flatMap(({ attributes }) => (attributes && attributeOf(attributes, name)) ?? []);
  if (known.length === 0) return undefined;
  const meant = known.flatMap((attribute) => {
    const value = valueIn(attribute, text);
    return value === undefined || valueFault(attribute, value, name) ? [] : [value];
  });
  return [...new Set(meant)];
}

function valueIn({ type }: AttributeSchema, text: string): AttributeValue | undefined {
  switch (type) {
    case 'string':
      return text;
    case 'integer':
      return INTEGER.test(text) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    default: {
      const never: never = type;
      return never;
    }
  }
}
