import type { Fact } from '@entente/event-sourcing';

import type { VerdictOutcome } from '../words.js';

export type VerdictGiven = Fact<
  'VerdictGiven',
  { readonly outcome: VerdictOutcome; readonly report: string | null }
>;
