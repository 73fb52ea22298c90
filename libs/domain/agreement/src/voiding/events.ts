import type { Fact } from '@entente/event-sourcing';

import type { Voided } from '../words.js';

export type AgreementVoided = Fact<
  'AgreementVoided',
  {
    readonly as: Voided;
    /** The agreement it repeats, as it was looked up: `agreement-{id}@{revision}`. */
    readonly of?: string;
    readonly reason: string | null;
  }
>;
