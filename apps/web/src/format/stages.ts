import type { StageName } from '../api/types.js';

/** In the order in which a letter goes through them; the ends a letter can come to are last. */
export const OPEN_STAGES = ['drafting', 'signing', 'joint-research', 'review'] as const satisfies StageName[];
export const FINAL_STAGES = [
  'concluded',
  'declined',
  'withdrawn',
  'terminated',
] as const satisfies StageName[];
export const STAGES: readonly StageName[] = [...OPEN_STAGES, ...FINAL_STAGES];

export const isFinal = (stage: StageName): boolean => FINAL_STAGES.some((final) => final === stage);
