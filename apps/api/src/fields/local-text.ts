import type { LocalText } from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { all, constraint } from './constraint.js';
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
