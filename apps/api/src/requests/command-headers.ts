import { isUuid } from '@entente/canonical';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { RequestProblem } from '../problems/request-problem.js';
import { revisionOf } from './etag.js';

/** What the headers of a request say about the command in its body. */
export interface CommandHeaders {
  readonly idempotencyKey?: string;
  readonly expectedRevision?: number;
  readonly correlationId?: string;
}

const MAX_KEY = 200;

export function readCommandHeaders(headers: FastifyRequest['headers']): CommandHeaders {
  const idempotencyKey = single(headers, 'Idempotency-Key');
  const expectedRevision = revisionOf(single(headers, 'If-Match'));
  const correlationId = single(headers, 'Correlation-Id');
  if (idempotencyKey !== undefined && !isKey(idempotencyKey)) {
    throw new RequestProblem('invalid-header', { field: 'Idempotency-Key', facts: { max: MAX_KEY } });
  }
  if (correlationId !== undefined && !isUuid(correlationId)) {
    throw new RequestProblem('invalid-header', { field: 'Correlation-Id', facts: { expected: 'uuid' } });
  }
  return {
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
    ...(correlationId === undefined ? {} : { correlationId }),
  };
}

/** Visible ASCII and spaces: what every client and proxy passes on unchanged. */
function isKey(text: string): boolean {
  return /^[\x20-\x7e]+$/u.test(text) && text.length <= MAX_KEY;
}

function single(headers: FastifyRequest['headers'], name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  if (Array.isArray(value)) throw new RequestProblem('invalid-header', { field: name });
  return value;
}

export const Headers = createParamDecorator((_: unknown, context: ExecutionContext) =>
  readCommandHeaders(context.switchToHttp().getRequest<FastifyRequest>().headers),
);
