import { ApiProperty, getSchemaPath, type ApiPropertyOptions } from '@nestjs/swagger';

/** Properties of answers: documented, never validated. */

interface Options {
  readonly optional?: true;
  readonly nullable?: true;
  readonly description?: string;
}

function answer(
  options: ApiPropertyOptions,
  { optional, nullable, description }: Options,
): PropertyDecorator {
  return ApiProperty({
    ...options,
    required: !optional,
    ...(nullable ? { nullable } : {}),
    ...(description === undefined ? {} : { description }),
  } as ApiPropertyOptions);
}

export const AText = (options: Options = {}): PropertyDecorator => answer({ type: String }, options);
export const AnInteger = (options: Options = {}): PropertyDecorator => answer({ type: 'integer' }, options);
export const AFlag = (options: Options = {}): PropertyDecorator => answer({ type: Boolean }, options);
export const AnId = (options: Options = {}): PropertyDecorator =>
  answer({ type: String, format: 'uuid' }, options);
export const ADay = (options: Options = {}): PropertyDecorator =>
  answer({ type: String, format: 'date' }, options);
export const AnInstant = (options: Options = {}): PropertyDecorator =>
  answer({ type: String, format: 'date-time' }, options);
export const TextList = (options: Options = {}): PropertyDecorator =>
  answer({ type: String, isArray: true }, options);
export const IdLists = (options: Options = {}): PropertyDecorator =>
  answer({ type: 'array', items: { type: 'array', items: { type: 'string', format: 'uuid' } } }, options);
export const IntegerList = (options: Options = {}): PropertyDecorator =>
  answer({ type: 'integer', isArray: true }, options);

/** Texts, whole numbers, and yes or no, by name. */
export const Values = (options: Options = {}): PropertyDecorator =>
  answer(
    {
      type: 'object',
      additionalProperties: { oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'boolean' }] },
    },
    options,
  );

export const AWord = (
  values: readonly string[],
  enumName: string,
  options: Options = {},
): PropertyDecorator => answer({ enum: [...values], enumName }, options);
export const WordList = (
  values: readonly string[],
  enumName: string,
  options: Options = {},
): PropertyDecorator => answer({ enum: [...values], enumName, isArray: true }, options);

type Class = new () => object;

/** `type: () => …` is written out each time: swagger tells a reference by the function's name, which is `type`. */
export const Part = (type: () => Class, options: Options = {}): PropertyDecorator =>
  answer({ type: () => type() }, options);
export const PartList = (type: () => Class, options: Options = {}): PropertyDecorator =>
  answer({ type: () => type(), isArray: true }, options);

/** An object whose keys are ids. The class must be named with `ApiExtraModels` too. */
export const PartById = (type: Class, options: Options = {}): PropertyDecorator =>
  answer({ type: 'object', additionalProperties: { $ref: getSchemaPath(type) } }, options);
