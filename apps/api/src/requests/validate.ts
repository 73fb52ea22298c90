import {
  ValidationPipe,
  type ArgumentMetadata,
  type PipeTransform,
  type ValidationError,
} from '@nestjs/common';

import type { FieldCode, FieldFacts } from '../fields/constraint.js';
import { isRight } from '../fields/known-fields.js';
import { attributesTogether } from '../fields/query-attributes.js';
import { RequestProblem, type FieldProblem } from '../problems/request-problem.js';

/** Nobody reads more, and an answer must not be longer than the question. */
const MAX_ERRORS = 50;

function pipe(code: 'invalid-body' | 'invalid-query', transform: boolean): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    transform,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new RequestProblem(code, { errors: problemsIn(errors, []).slice(0, MAX_ERRORS) }),
  });
}

/** Checks bodies and queries against their DTO. Bodies stay the plain JSON they are; queries become what they mean. */
export class RequestPipe implements PipeTransform {
  readonly #body = pipe('invalid-body', false);
  readonly #query = pipe('invalid-query', true);

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    switch (metadata.type) {
      case 'body':
        if (metadata.metatype && isRight(metadata.metatype, value)) return value;
        return this.#body.transform(value, metadata);
      case 'query':
        return this.#query.transform(attributesTogether(knownNames(value)), metadata);
      case 'param':
      case 'custom':
      default:
        return value;
    }
  }
}

/** class-validator takes names that every object has for known fields; the reader of bodies has refused them already. */
function knownNames(query: unknown): unknown {
  const stray = Object.keys(query ?? {}).filter((name) => name in Object.prototype);
  if (stray.length === 0) return query;
  throw new RequestProblem('invalid-query', {
    errors: stray.map((field) => ({ field, code: 'unknown-field' })),
  });
}

function problemsIn(errors: readonly ValidationError[], path: readonly string[]): FieldProblem[] {
  return errors.flatMap((error) => {
    const here = [...path, error.property];
    const own = problemsOf(error, here.join('.'));
    // What is of the wrong type has no fields to be right or wrong.
    return own.some(({ code }) => code === 'wrong-type')
      ? own
      : [...own, ...problemsIn(error.children ?? [], here)];
  });
}

function problemsOf({ constraints = {}, contexts = {} }: ValidationError, field: string): FieldProblem[] {
  const codes = Object.keys(constraints).filter((name) => name !== 'nestedValidation');
  return codes.map((name) =>
    name === 'whitelistValidation'
      ? { field: field.slice(0, 200), code: 'unknown-field' }
      : // Every other constraint is one of ours, called by its code.
        {
          field,
          code: name as FieldCode,
          facts: (contexts as Readonly<Record<string, FieldFacts>>)[name] ?? {},
        },
  );
}
