import type { LightMyRequestResponse as LightMyRequestResponse } from 'fastify';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly field?: string;
  readonly facts?: Record<string, unknown>;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly detail: string }[];
}

/** The problem an answer holds; anything else fails the test. */
export function problemIn(answer: LightMyRequestResponse): Problem {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = answer.json<Problem>();
  expect(problem).toMatchObject({ status: answer.statusCode, type: `urn:entente:problem:${problem.code}` });
  expect(problem.title).not.toBe('');
  expect(problem.detail).not.toBe('');
  return problem;
}

/** `field code` of each thing that is wrong. */
export function wrongIn(answer: LightMyRequestResponse): string[] {
  return (problemIn(answer).errors ?? []).map(({ field, code }) => `${field} ${code}`);
}
