import { ApiProperty, ApiSchema } from '@nestjs/swagger';

import { AnInteger, AText, PartList } from '../fields/answer-fields.js';

@ApiSchema({ name: 'FieldError' })
class FieldErrorDto {
  @AText({ description: 'path in the body or query, e.g. parties.0.role' })
  readonly field!: string;

  @AText()
  readonly code!: string;

  @AText()
  readonly detail!: string;
}

/** Problem details, RFC 9457. */
@ApiSchema({ name: 'Problem' })
export class ProblemDto {
  @AText({ description: 'urn:entente:problem:{code}' })
  readonly type!: string;

  @AText()
  readonly title!: string;

  @AnInteger()
  readonly status!: number;

  @AText()
  readonly code!: string;

  @AText({ description: 'one sentence for people, in the language of Accept-Language (zh or en)' })
  readonly detail!: string;

  @AText({ optional: true, description: 'the field to blame' })
  readonly field?: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    selfRequired: false,
    description: 'values that say what would be right',
  })
  readonly facts?: Record<string, unknown>;

  @PartList(() => FieldErrorDto, { optional: true })
  readonly errors?: readonly FieldErrorDto[];
}
