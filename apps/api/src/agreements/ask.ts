import type { BoardFilter, Moment, SoughtAttributes, SoughtStage } from '@entente/application';

import { RequestProblem } from '../problems/request-problem.js';
import type { BoardQueryDto, MomentDto } from './dto/agreement-queries.js';

export function boardFilter(
  { stage, attribute: _, ...query }: BoardQueryDto,
  attributes: SoughtAttributes,
): BoardFilter {
  return { ...query, ...(stage === undefined ? {} : { stages: stage.map(soughtStage) }), attributes };
}

/** `review`, or `survey@1/review` of that definition alone. */
function soughtStage(text: string): SoughtStage {
  const [first = '', stage] = text.split('/');
  return stage === undefined ? first : { definition: first, stage };
}

export function momentOf({ revision, at }: MomentDto): Moment {
  if (revision !== undefined && at === undefined) return { revision };
  if (at !== undefined && revision === undefined) return { at };
  throw new RequestProblem('invalid-query', {
    errors: [{ field: 'revision', code: 'required', facts: { either: ['revision', 'at'] } }],
  });
}
