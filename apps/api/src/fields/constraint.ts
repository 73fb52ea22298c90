import { registerDecorator } from 'class-validator';

import { fieldOf } from './known-fields.js';

/** What can be wrong with one field of a body or a query. */
export type FieldCode =
  | 'required'
  | 'unknown-field'
  | 'wrong-type'
  | 'empty'
  | 'too-long'
  | 'too-many'
  | 'out-of-range'
  | 'not-one-of'
  | 'not-an-id'
  | 'not-a-hash'
  | 'not-a-day'
  | 'not-an-instant'
  | 'not-a-zone'
  | 'not-an-email'
  | 'malformed';

/** Values that say what would be right; they fill the sentence of the code. */
export type FieldFacts = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * One check of one field. It holds for values another check of the field is about (a missing one, one of
 * another type), so that a field is blamed for one thing at a time.
 */
export function constraint(
  code: FieldCode,
  holds: (value: unknown) => boolean,
  facts: FieldFacts = {},
): PropertyDecorator {
  return (target, property) => {
    fieldOf(target, property).checks.push(holds);
    registerDecorator({
      name: code,
      target: target.constructor,
      propertyName: String(property),
      options: { message: code, context: facts },
      validator: { validate: holds },
    });
  };
}

export const required = constraint('required', (value) => value !== undefined);

export function wrongType(expected: string, holds: (value: unknown) => boolean): PropertyDecorator {
  return constraint('wrong-type', (value) => value === undefined || holds(value), { expected });
}

/** A check that is about texts only. */
export function textConstraint(
  code: FieldCode,
  holds: (text: string) => boolean,
  facts: FieldFacts = {},
): PropertyDecorator {
  return constraint(code, (value) => typeof value !== 'string' || holds(value), facts);
}

export function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
