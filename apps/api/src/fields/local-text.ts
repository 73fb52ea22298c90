import type { LocalText } from '@entente/agreement';
import { ApiExtraModels, ApiProperty, ApiSchema, getSchemaPath } from '@nestjs/swagger';

import { all, constraint, required, wrongType } from './constraint.js';
import { isObject, Nested, Text, type About } from './fields.js';

/** A text in one or both of our languages; at least one is there. */
@ApiSchema({ name: 'LocalText' })
export class LocalTextDto implements LocalText {
  @Text(300, { optional: true, example: '合作意向书' })
  readonly zh?: string;

  @Text(300, { optional: true, example: 'Letter of intent' })
  readonly en?: string;
}

export function LocalTextField(about: About = {}): PropertyDecorator {
  return all(
    Nested(() => LocalTextDto, about),
    constraint('empty', (value) => !isObject(value) || isInSomeLanguage(value)),
  );
}

function isInSomeLanguage({ zh, en }: LocalText): boolean {
  return zh !== undefined || en !== undefined;
}

/** Either a text or one in our languages; which of them is right depends on what it is for. */
export function TextOrLocal({ description }: Pick<About, 'description'>): PropertyDecorator {
  return all(
    ApiProperty({
      oneOf: [{ type: 'string', maxLength: MAX_TEXT }, { $ref: getSchemaPath(LocalTextDto) }],
      ...(description === undefined ? {} : { description }),
    }),
    (target) => {
      ApiExtraModels(LocalTextDto)(target.constructor);
    },
    required,
    wrongType('text', (value) => typeof value === 'string' || isObject(value)),
    constraint('malformed', (value) => !isObject(value) || isLocalText(value)),
    constraint('too-long', (value) => textsIn(value).every(({ length }) => length <= MAX_TEXT), {
      max: MAX_TEXT,
    }),
  );
}

const MAX_TEXT = 300;

function isLocalText(value: object): boolean {
  const texts = Object.entries(value);
  return (
    texts.length > 0 &&
    texts.every(([name, text]) => (name === 'zh' || name === 'en') && typeof text === 'string')
  );
}

function textsIn(value: unknown): string[] {
  const texts: unknown[] = isObject(value) ? Object.values(value) : [value];
  return texts.filter((text) => typeof text === 'string');
}
