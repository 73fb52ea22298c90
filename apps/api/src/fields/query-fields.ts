import { isUuid } from '@entente/canonical';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';

import { all, constraint, required, textConstraint, wrongType } from './constraint.js';
import type { About } from './fields.js';

/** Fields of a query string: every one arrives as text, and as a list of texts when it was given twice. */

export const SOUGHT_STAGE = /^(?:[a-z][a-z0-9-]{0,39}@[1-9][0-9]{0,5}\/)?[a-z][a-z0-9-]{0,39}$/;

const isText = (value: unknown): boolean => typeof value === 'string';

function document(options: ApiPropertyOptions, about: About): PropertyDecorator {
  const { optional = true, ...rest } = about;
  return all(
    ApiProperty({ ...options, ...rest, required: !optional } as ApiPropertyOptions),
    optional ? all() : required,
  );
}

/** A text to look for or a cursor; it may be empty. */
export function QueryText(max: number, about: About = {}): PropertyDecorator {
  return all(
    document({ type: String, maxLength: max }, about),
    wrongType('text', isText),
    textConstraint('too-long', (text) => text.length <= max, { max }),
    textConstraint('malformed', (text) => text.isWellFormed() && !text.includes('\0')),
  );
}

export function QueryInteger(
  min: number,
  max: number,
  about: About & { readonly default?: number } = {},
): PropertyDecorator {
  return all(
    document({ type: 'integer', minimum: min, maximum: max }, about),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^(0|[1-9]\d{0,15})$/u.test(value) ? Number(value) : value,
    ),
    wrongType('integer', (value) => Number.isInteger(value)),
    constraint('out-of-range', (value) => typeof value !== 'number' || (value >= min && value <= max), {
      min,
      max,
    }),
  );
}

/** A month of a year. */
export function QueryMonth(about: About = {}): PropertyDecorator {
  const pattern = /^\d{4}-(?:0[1-9]|1[0-2])$/u;
  return all(
    document({ type: String, pattern: pattern.source, example: '2026-12' }, about),
    wrongType('text', isText),
    textConstraint('malformed', (month) => pattern.test(month), { pattern: pattern.source }),
  );
}

export function QueryFlag(about: About = {}): PropertyDecorator {
  return all(
    document({ type: Boolean }, about),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    wrongType('boolean', (value) => typeof value === 'boolean'),
  );
}

export function QueryWord(words: readonly string[], enumName: string, about: About = {}): PropertyDecorator {
  return all(
    document({ enum: [...words], enumName }, about),
    wrongType('text', isText),
    textConstraint('not-one-of', (word) => words.includes(word), { allowed: words }),
  );
}

/** A stage, or that of one definition. May be given several times. */
export function QueryStages(): PropertyDecorator {
  return all(
    document(
      { type: String, pattern: SOUGHT_STAGE.source, isArray: true },
      { description: 'stages as definitions name them, or as one does: `review`, `survey@1/review`' },
    ),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value)),
    wrongType('list', Array.isArray),
    constraint(
      'malformed',
      (value) =>
        !Array.isArray(value) || value.every((name) => typeof name === 'string' && SOUGHT_STAGE.test(name)),
    ),
  );
}

/** May be given several times, at least once. */
export function QueryIds(max: number, about: About = {}): PropertyDecorator {
  return all(
    document(
      { type: String, format: 'uuid', isArray: true, minItems: 1, maxItems: max },
      { optional: false, ...about },
    ),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value)),
    wrongType('list', Array.isArray),
    constraint('too-many', (value) => !Array.isArray(value) || value.length <= max, { max }),
    constraint(
      'not-an-id',
      (value) => !Array.isArray(value) || value.every((id) => typeof id === 'string' && isUuid(id)),
    ),
  );
}

/** May be given several times. */
export function QueryWords(words: readonly string[], enumName: string, about: About = {}): PropertyDecorator {
  return all(
    document({ enum: [...words], enumName, isArray: true }, about),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value)),
    wrongType('list', Array.isArray),
    constraint(
      'not-one-of',
      (value) =>
        !Array.isArray(value) || value.every((word) => typeof word === 'string' && words.includes(word)),
      { allowed: words },
    ),
  );
}
