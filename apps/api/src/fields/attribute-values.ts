import { all, constraint, wrongType } from './constraint.js';
import { document, isObject, presence, type About } from './fields.js';

const MAX_ATTRIBUTES = 50;
const MAX_TEXT = 2_000;

/** Values by the names of attributes; what each may be is the definition's to say. */
export function AttributeValues(about: About = {}): PropertyDecorator {
  return all(
    document(
      {
        type: 'object',
        additionalProperties: {
          oneOf: [{ type: 'string', maxLength: MAX_TEXT }, { type: 'integer' }, { type: 'boolean' }],
          nullable: true,
        },
      },
      about,
    ),
    presence(about),
    wrongType(
      'object',
      (values) => values === undefined || (isObject(values) && Object.values(values).every(isValue)),
    ),
    constraint('too-many', (values) => !isObject(values) || Object.keys(values).length <= MAX_ATTRIBUTES, {
      max: MAX_ATTRIBUTES,
    }),
  );
}

function isValue(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_TEXT;
  return value === null || typeof value === 'boolean' || Number.isSafeInteger(value);
}
