import { RequestProblem } from '../problems/request-problem.js';

/** Not there and not for this viewer are one answer, so that nobody learns what exists. */
export function found<Answer>(answer: Answer | 'before-its-beginning' | undefined): Answer {
  if (answer === undefined) throw new RequestProblem('not-found');
  if (answer === 'before-its-beginning') throw new RequestProblem('before-its-beginning');
  return answer;
}
