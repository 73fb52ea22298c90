import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

import { all, constraint, wrongType } from './constraint.js';
import { isObject } from './fields.js';

const MAX_SOUGHT = 20;
const MAX_LENGTH = 200;
const NAMED = /^attribute(?:\.([^.[\]]+)|\[([^.[\]]+)\])$/u;
const NAME = /^[a-z][a-z0-9-]{0,63}$/u;

/** `attribute.NAME=value`, or `attribute[NAME]=value` as OpenAPI writes it, once for each attribute. */
export function QueryAttributes(): PropertyDecorator {
  const described = {
    type: 'object',
    additionalProperties: { type: 'string', maxLength: MAX_LENGTH },
    style: 'deepObject',
    explode: true,
    required: false,
    description: 'only with this value of the attribute, by its name in the definition',
  };
  return all(
    ApiProperty(described as unknown as ApiPropertyOptions),
    wrongType('object', isObject),
    constraint('wrong-type', (sought) => !isObject(sought) || Object.values(sought).every(isText), {
      expected: 'text',
    }),
    constraint('malformed', (sought) => !isObject(sought) || Object.entries(sought).every(isRight)),
    constraint('too-many', (sought) => !isObject(sought) || Object.keys(sought).length <= MAX_SOUGHT, {
      max: MAX_SOUGHT,
    }),
  );
}

/** The names stand in the query's own: they are brought together before it is looked at. */
export function attributesTogether(query: unknown): unknown {
  const pairs = Object.entries(query ?? {});
  const sought = pairs.flatMap(([key, value]) => {
    const name = nameIn(key);
    return name === undefined ? [] : [[name, value] as const];
  });
  if (sought.length === 0) return query;
  const others = pairs.filter(([key]) => nameIn(key) === undefined);
  return { ...Object.fromEntries(others), attribute: Object.fromEntries(sought) };
}

/** A name that every object has stays where it is, and is refused there: what makes objects of queries drops it. */
function nameIn(key: string): string | undefined {
  const [, dotted, bracketed] = NAMED.exec(key) ?? [];
  const name = dotted ?? bracketed;
  return name === undefined || name in Object.prototype ? undefined : name;
}

const isText = (value: unknown): boolean => typeof value === 'string';

function isRight([name, value]: [string, unknown]): boolean {
  const isShort = typeof value !== 'string' || (value.length <= MAX_LENGTH && value.isWellFormed());
  return NAME.test(name) && isShort;
}
