import { ApiProperty } from '@nestjs/swagger';

import { all, required, wrongType } from './constraint.js';
import type { About } from './fields.js';

/** True or false, and nothing that might pass for one of them. */
export function Flag({ description }: Pick<About, 'description'> = {}): PropertyDecorator {
  return all(
    ApiProperty({ type: Boolean, required: true, ...(description === undefined ? {} : { description }) }),
    required,
    wrongType('boolean', (value) => typeof value === 'boolean'),
  );
}
