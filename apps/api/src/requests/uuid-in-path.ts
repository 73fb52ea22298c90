import { isUuid } from '@entente/canonical';

import { RequestProblem } from '../problems/request-problem.js';

export function uuidInPath(text: string): string {
  if (!isUuid(text)) throw new RequestProblem('not-found');
  return text;
}
