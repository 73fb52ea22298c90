import type { VerdictOutcome } from '../words.js';

export interface GiveVerdict {
  readonly type: 'GiveVerdict';
  readonly outcome: VerdictOutcome;
  readonly report: string;
}
