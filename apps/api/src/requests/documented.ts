import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';

import { ProblemDto } from '../problems/problem.dto.js';

const problem = (status: number, description: string): MethodDecorator =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });

export const problemModels = [ProblemDto];

/** A question: what it answers and how it can fail. */
export function Asks(operationId: string, summary: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ operationId, summary }),
    ApiHeader({
      name: 'Entente-Seen',
      required: false,
      description: 'position of an own last write; the answer waits up to 2 s until it shows it',
    }),
    problem(400, 'malformed'),
    problem(401, 'not signed in'),
    problem(404, 'unknown, or not for this viewer'),
    problem(429, 'too many requests'),
    problem(503, 'the store is away; try again'),
  );
}

/** A command: its headers and how it can be refused. */
export function Commands(operationId: string, summary: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ operationId, summary }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'at most 200 characters; the same key with the same body is answered alike and done once',
    }),
    ApiHeader({ name: 'If-Match', required: false, description: '"<revision>" the sender saw' }),
    problem(400, 'malformed'),
    problem(401, 'not signed in'),
    problem(403, 'not for this person'),
    problem(404, 'unknown, or not for this viewer'),
    problem(409, 'wrong stage, or others were faster'),
    problem(412, 'the agreement has changed since'),
    problem(413, 'too large'),
    problem(415, 'not JSON'),
    problem(422, 'a rule refuses it'),
    problem(429, 'too many requests'),
    problem(503, 'the store is away; try again'),
  );
}

const byLink = [
  problem(400, 'malformed'),
  problem(403, 'whoever it was made for is not the one who is reminded any more'),
  problem(404, 'not one of ours'),
  problem(410, 'its time is over'),
  problem(429, 'too many requests'),
  problem(503, 'the store is away; try again'),
];

/** A question for whoever has a link. */
export function AsksByLink(operationId: string, summary: string): MethodDecorator {
  return applyDecorators(ApiOperation({ operationId, summary }), ...byLink);
}

/** An answer by link; given twice, it is the same. */
export function AnswersByLink(operationId: string, summary: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ operationId, summary }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'at most 200 characters; the same key with the same body is answered alike and done once',
    }),
    ...byLink,
    problem(409, 'it has ended, or was set anew'),
    problem(413, 'too large'),
    problem(415, 'not JSON'),
    problem(422, 'a rule refuses it'),
  );
}
