import { ApiProperty } from '@nestjs/swagger';

import { all, constraint, required, wrongType } from './constraint.js';
import type { About } from './fields.js';

const KEY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/u;

/** Ids and words of ours, each once. */
export function KeyList(
  max: number,
  { optional = false, pattern = KEY, ...about }: About & { readonly pattern?: RegExp } = {},
): PropertyDecorator {
  const isKey = (item: unknown): boolean => typeof item === 'string' && pattern.test(item);
  return all(
    ApiProperty({
      type: String,
      isArray: true,
      maxItems: max,
      uniqueItems: true,
      ...(about.description === undefined ? {} : { description: about.description }),
      required: !optional,
    }),
    optional ? all() : required,
    wrongType('list', Array.isArray),
    constraint('malformed', (value) => !Array.isArray(value) || value.every(isKey), {
      pattern: pattern.source,
    }),
    constraint(
      'too-many',
      (value) => !Array.isArray(value) || (value.length <= max && new Set(value).size === value.length),
      { max },
    ),
  );
}
