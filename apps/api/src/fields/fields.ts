import { isUuid } from '@entente/canonical';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';

import { fieldOf } from './known-fields.js';
import { all, constraint, required, textConstraint, wrongType } from './constraint.js';

export interface About {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

const isId = (value: unknown): boolean => typeof value === 'string' && isUuid(value);
const isText = (value: unknown): boolean => typeof value === 'string';

export function document(options: ApiPropertyOptions, about: About): PropertyDecorator {
  const { optional = false, nullable = false, ...rest } = about;
  return ApiProperty({
    ...options,
    ...rest,
    required: !optional,
    ...(nullable ? { nullable } : {}),
  } as ApiPropertyOptions);
}

export function presence(about: About): PropertyDecorator {
  return about.optional ? all() : required;
}

function text(about: About): PropertyDecorator {
  return wrongType('text', (value) => isText(value) || (about.nullable === true && value === null));
}

/** Text of 1 to `max` characters (UTF-16 units), not only white space. */
export function Text(max: number, about: About = {}): PropertyDecorator {
  return all(
    document({ type: String, minLength: 1, maxLength: max }, about),
    presence(about),
    text(about),
    textConstraint('empty', (value) => value.trim().length > 0),
    textConstraint('too-long', (value) => value.length <= max, { max }),
  );
}

const isNullIn = ({ nullable }: About, value: unknown): boolean => nullable === true && value === null;

/** Text that may be empty. */
export function FreeText(max: number, about: About = {}): PropertyDecorator {
  return all(
    document({ type: String, maxLength: max }, about),
    presence(about),
    text(about),
    textConstraint('too-long', (value) => value.length <= max, { max }),
  );
}

/** A word of ours: small letters, digits and hyphens. */
export function Word(about: About = {}): PropertyDecorator {
  const pattern = /^[a-z][a-z0-9-]{0,63}$/u;
  return all(
    document({ type: String, pattern: pattern.source }, about),
    presence(about),
    text(about),
    textConstraint('malformed', (value) => pattern.test(value), { pattern: pattern.source }),
  );
}

/** One version of something that has a name. */
export function NameAtVersion(about: About = {}): PropertyDecorator {
  const pattern = /^[a-z][a-z0-9-]{0,39}@[1-9]\d{0,3}$/u;
  return all(
    document({ type: String, pattern: pattern.source, example: 'letter-of-intent@1' }, about),
    presence(about),
    text(about),
    textConstraint('malformed', (value) => pattern.test(value), { pattern: pattern.source }),
  );
}

/** An id that is not necessarily a UUID. */
export function Key(about: About = {}): PropertyDecorator {
  const pattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/u;
  return all(
    document({ type: String, pattern: pattern.source }, about),
    presence(about),
    text(about),
    textConstraint('malformed', (value) => pattern.test(value), { pattern: pattern.source }),
  );
}

export function Id(about: About = {}): PropertyDecorator {
  return all(
    document({ type: String, format: 'uuid' }, about),
    presence(about),
    text(about),
    textConstraint('not-an-id', isUuid),
  );
}

/** Lists of ids in a list, none empty. */
export function IdGroups(max: number, about: About = {}): PropertyDecorator {
  const isGroup = (group: unknown): boolean =>
    Array.isArray(group) && group.length > 0 && group.length <= max && group.every(isId);
  const ids = { type: 'array', minItems: 1, maxItems: max, items: { type: 'string', format: 'uuid' } };
  return all(
    document({ type: 'array', minItems: 1, maxItems: max, items: ids }, about),
    presence(about),
    wrongType('list', Array.isArray),
    constraint('too-many', (value) => !Array.isArray(value) || value.length <= max, { max }),
    constraint('not-an-id', (value) => !Array.isArray(value) || (value.length > 0 && value.every(isGroup))),
  );
}

/** Ids in a list that is not empty. */
export function IdList(max: number, about: About = {}): PropertyDecorator {
  const isList = (value: readonly unknown[]): boolean => value.length > 0 && value.every(isId);
  return all(
    document({ type: 'array', minItems: 1, maxItems: max, items: { type: 'string', format: 'uuid' } }, about),
    presence(about),
    wrongType('list', Array.isArray),
    constraint('too-many', (value) => !Array.isArray(value) || value.length <= max, { max }),
    constraint('not-an-id', (value) => !Array.isArray(value) || isList(value)),
  );
}

/** SHA-256 in hex. */
export function Hash(about: About = {}): PropertyDecorator {
  const pattern = /^[0-9a-f]{64}$/u;
  return all(
    document({ type: String, pattern: pattern.source }, about),
    presence(about),
    text(about),
    textConstraint('not-a-hash', (value) => pattern.test(value)),
  );
}

/** A local day, YYYY-MM-DD, that exists. */
export function Day(about: About = {}): PropertyDecorator {
  return all(
    document({ type: String, format: 'date', example: '2026-12-23' }, about),
    presence(about),
    text(about),
    textConstraint('not-a-day', isDay),
  );
}

/** A local date and time to the minute. */
export function LocalMoment(about: About = {}): PropertyDecorator {
  return all(
    document({ type: String, example: '2026-12-23T14:00' }, about),
    presence(about),
    text(about),
    textConstraint('malformed', isLocalMoment),
  );
}

/** A moment as UTC ISO text. */
export function Instant(about: About = {}): PropertyDecorator {
  return all(
    document({ type: String, format: 'date-time' }, about),
    presence(about),
    text(about),
    textConstraint('not-an-instant', isInstant),
  );
}

export function Email(about: About = {}): PropertyDecorator {
  return all(
    document({ type: String, format: 'email', maxLength: 254 }, about),
    presence(about),
    text(about),
    // Whether an address exists only a mail tells; this keeps out what no server would take, and header injection.
    textConstraint(
      'not-an-email',
      (value) => value.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+$/u.test(value),
    ),
  );
}

/** IANA zone. */
export function Zone(about: About = {}): PropertyDecorator {
  return all(
    document({ type: String, example: 'Asia/Shanghai' }, about),
    presence(about),
    text(about),
    textConstraint('not-a-zone', isZone),
  );
}

export function OneOf(values: readonly string[], enumName: string, about: About = {}): PropertyDecorator {
  return all(
    document({ enum: [...values], enumName }, about),
    presence(about),
    text(about),
    textConstraint('not-one-of', (value) => values.includes(value), { allowed: values }),
  );
}

export function ManyOf(values: readonly string[], enumName: string, about: About = {}): PropertyDecorator {
  return all(
    document({ enum: [...values], enumName, isArray: true, uniqueItems: true }, about),
    presence(about),
    wrongType('list', Array.isArray),
    constraint(
      'not-one-of',
      (value) =>
        !Array.isArray(value) || value.every((item) => typeof item === 'string' && values.includes(item)),
      { allowed: values },
    ),
    constraint('too-many', (value) => !Array.isArray(value) || new Set(value).size === value.length, {
      max: values.length,
    }),
  );
}

export function WholeNumber(min: number, max: number, about: About = {}): PropertyDecorator {
  return all(
    document({ type: 'integer', minimum: min, maximum: max }, about),
    presence(about),
    wrongType('integer', (value) => Number.isInteger(value)),
    constraint('out-of-range', (value) => typeof value !== 'number' || (value >= min && value <= max), {
      min,
      max,
    }),
  );
}

/** At most `most` different ones, in any order. */
export function WholeNumbers(min: number, max: number, most: number, about: About = {}): PropertyDecorator {
  const isIn = (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  const items = { type: 'integer', minimum: min, maximum: max };
  return all(
    document({ type: 'array', uniqueItems: true, maxItems: most, items }, about),
    presence(about),
    wrongType('list', Array.isArray),
    constraint('out-of-range', (value) => !Array.isArray(value) || value.every(isIn), { min, max }),
    constraint(
      'too-many',
      (value) => !Array.isArray(value) || (value.length <= most && new Set(value).size === value.length),
      { max: most },
    ),
  );
}

/** Days of the week, 1 for Monday to 7 for Sunday. */
export function Weekdays(about: About = {}): PropertyDecorator {
  const isWeekday = (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7;
  return all(
    document(
      { type: 'array', uniqueItems: true, maxItems: 6, items: { type: 'integer', minimum: 1, maximum: 7 } },
      about,
    ),
    presence(about),
    wrongType('list', Array.isArray),
    constraint('out-of-range', (value) => !Array.isArray(value) || value.every(isWeekday), {
      min: 1,
      max: 7,
    }),
    constraint('too-many', (value) => !Array.isArray(value) || new Set(value).size === value.length, {
      max: 6,
    }),
  );
}

/** True or false. */
export function Flag(about: About = {}): PropertyDecorator {
  return all(
    document({ type: Boolean }, about),
    presence(about),
    wrongType('boolean', (value) => typeof value === 'boolean' || isNullIn(about, value)),
  );
}

export function Nested(type: () => new () => object, about: About = {}): PropertyDecorator {
  return all(
    document({ type: () => type() }, about),
    presence(about),
    wrongType('object', (value) => isObject(value) || isNullIn(about, value)),
    ValidateNested(),
    holding(type),
  );
}

export function NestedList(type: () => new () => object, max: number, about: About = {}): PropertyDecorator {
  return all(
    document({ type: () => type(), isArray: true, maxItems: max }, about),
    presence(about),
    wrongType('list', (value) => Array.isArray(value) && value.every(isObject)),
    constraint('too-many', (value) => !Array.isArray(value) || value.length <= max, { max }),
    ValidateNested({ each: true }),
    holding(type),
  );
}

function holding(type: () => new () => object): PropertyDecorator {
  return all(Type(type), (target, property) => {
    fieldOf(target, property).nested = type;
  });
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDay(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(value) &&
    succeeds(() => Temporal.PlainDate.from(value, { overflow: 'reject' }))
  );
}

function isLocalMoment(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(value) &&
    succeeds(() => Temporal.PlainDateTime.from(value, { overflow: 'reject' }))
  );
}

function isInstant(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/u.test(value) &&
    succeeds(() => Temporal.Instant.from(value))
  );
}

function isZone(value: string): boolean {
  return (
    /^[A-Za-z][A-Za-z0-9_+/-]*$/u.test(value) &&
    succeeds(() => new Intl.DateTimeFormat('en', { timeZone: value }))
  );
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
