import { RequestProblem } from '../problems/request-problem.js';
import type { BodyFaultCode } from './body-fault.js';
import { JsonFault, readJson } from './read-json.js';

/** One command or question; larger content is a file. */
export const MAX_BODY_BYTES = 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The object a body holds. Throws RequestProblem. */
export function readBody(bytes: Buffer): object {
  if (bytes.length === 0) throw fault('empty-body');
  const value = parsed(decoded(bytes));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fault('not-an-object');
  return value;
}

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw fault('invalid-utf-8');
  }
}

function parsed(text: string): unknown {
  try {
    return readJson(text);
  } catch (error) {
    if (error instanceof JsonFault) throw fault(error.code, error.field, error.offset);
    throw error;
  }
}

function fault(code: BodyFaultCode, field = '', offset?: number): RequestProblem {
  return new RequestProblem('invalid-body', {
    errors: [{ field: field.slice(0, 200), code, ...(offset === undefined ? {} : { facts: { offset } }) }],
  });
}
