import type { Viewer } from '@entente/access';
import type { Asked } from '@entente/application';
import type { LogPosition } from '@entente/event-sourcing';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { viewerOf } from '@entente/identity';
import type { FastifyRequest } from 'fastify';

import { RequestProblem } from '../problems/request-problem.js';

/** The signed-in person a request comes from. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Viewer =>
  viewerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export const Seen = createParamDecorator((_: unknown, context: ExecutionContext) =>
  seenBy(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Who asks, and which of their own writes the answer must show. */
export const WhoAsks = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const viewer = viewerOf(request);
  const seen = seenBy(request);
  return seen === undefined ? { viewer } : { viewer, seen };
});

function seenBy({ headers }: FastifyRequest): LogPosition | undefined {
  const seen = headers['entente-seen'];
  if (seen === undefined) return undefined;
  if (typeof seen === 'string' && /^[0-9A-Za-z-]{1,64}$/u.test(seen)) return seen;
  throw new RequestProblem('invalid-header', { field: 'Entente-Seen' });
}
