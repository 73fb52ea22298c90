import { RequestProblem } from '../problems/request-problem.js';

export function etagOf(revision: number): string {
  return `"${String(revision)}"`;
}

/**
 * The revision an `If-Match` names. `*` asks for any existing version, which every command on an existing stream
 * has anyway. A weak tag never matches (RFC 9110, 13.1.1), so it is refused rather than taken for a strong one.
 */
export function revisionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const revision = /^\s*"(0|[1-9]\d{0,15})"\s*$/u.exec(ifMatch)?.[1];
  if (revision === undefined || !Number.isSafeInteger(Number(revision))) {
    throw new RequestProblem('invalid-header', { field: 'If-Match', facts: { expected: '"<revision>"' } });
  }
  return Number(revision);
}
