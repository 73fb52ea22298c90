import { refuse, type Refused } from '@entente/event-sourcing';

import { firstFault, isDate, textFault } from '../checks.js';
import type { AgreementRefusalCode } from '../refusals.js';
import type { Attributes, AttributeValue, LocalText } from '../words.js';

/** One attribute, as JSON Schema says it; `titles` and `enumTitles` are what people read. */
export interface AttributeSchema {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly titles: LocalText;
  readonly format?: 'date';
  readonly enum?: readonly string[];
  readonly enumTitles?: Readonly<Record<string, LocalText>>;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A flat object; a set of values has all that are required or is none. */
export interface AttributesSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, AttributeSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

export const MAX_ATTRIBUTE_TEXT = 2_000;
const DEFAULT_LENGTH = 200;
const NONE: AttributesSchema = { type: 'object', properties: {}, additionalProperties: false };

type Fault = Refused<AgreementRefusalCode> | undefined;

/** What is wrong with the values beside those there are; `field` is where they stand in the command. */
export function attributesFault(
  schema: AttributesSchema = NONE,
  known: Attributes,
  values: Readonly<Record<string, AttributeValue | null>>,
  field: string,
): Fault {
  const fault = firstFault(
    ...Object.entries(values).map(([name, value]) => {
      const at = `${field}.${name}`;
      const attribute = attributeOf(schema, name);
      if (!attribute)
        return refuse('unknown-attribute', {
          field: at,
          facts: { attributes: Object.keys(schema.properties) },
        });
      return value === null ? undefined : valueFault(attribute, value, at);
    }),
  );
  if (fault) return fault;
  const missing = schema.required?.find((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : valueOf(known, name);
    return value === undefined || value === null;
  });
  return missing === undefined
    ? undefined
    : refuse('attribute-required', {
        field: `${field}.${missing}`,
        facts: { title: attributeOf(schema, missing)?.titles },
      });
}

export function attributeOf({ properties }: AttributesSchema, name: string): AttributeSchema | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

export function valueOf(values: Attributes, name: string): AttributeValue | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

export function valueFault(attribute: AttributeSchema, value: AttributeValue, field: string): Fault {
  const wrong = (facts: object): Fault =>
    refuse('wrong-attribute', { field, facts: { expected: expectedOf(attribute), ...facts } });
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = attribute;
  const range = {
    ...(attribute.minimum === undefined ? {} : { minimum }),
    ...(attribute.maximum === undefined ? {} : { maximum }),
  };
  switch (attribute.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrong({});
    case 'integer':
      return Number.isSafeInteger(value) && Number(value) >= minimum && Number(value) <= maximum
        ? undefined
        : wrong(range);
    case 'string':
      if (typeof value !== 'string') return wrong({});
      if (attribute.format === 'date') return isDate(value) ? undefined : wrong({});
      if (attribute.enum)
        return attribute.enum.includes(value) ? undefined : wrong({ allowed: attribute.enum });
      return textFault(field, value, { limit: attribute.maxLength ?? DEFAULT_LENGTH, required: true });
    default: {
      const never: never = attribute.type;
      return never;
    }
  }
}

function expectedOf({ type, format, enum: words }: AttributeSchema): string {
  return format ?? (words === undefined ? type : 'enum');
}
