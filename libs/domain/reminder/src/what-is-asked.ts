import type { LocalText } from '@entente/agreement';

import type { RemindedAgreement, RemindedDeadline } from './reminded-agreement.js';
import { daysLeft } from './still-due.js';

/** What a reminder says of a deadline, whoever it is for. */
export interface WhatIsAsked {
  /** A signature, a milestone, that a stage moves on, or the scan of what was signed. */
  readonly about:
    | { readonly kind: 'signing' }
    | { readonly kind: 'signed-copy' }
    | { readonly kind: 'stage'; readonly stage: LocalText }
    | { readonly kind: 'milestone'; readonly title: LocalText };
  readonly letter: { readonly number?: string; readonly title: LocalText };
  readonly due: {
    /** YYYY-MM-DD in `zone`. */
    readonly localDate: string;
    readonly zone: string;
    readonly provisional: boolean;
    /** Negative when the date has passed. */
    readonly daysLeft: number;
  };
}

export function whatIsAsked(
  deadline: RemindedDeadline,
  agreement: RemindedAgreement,
  now: string,
): WhatIsAsked {
  const { localDate, zone, provisional } = deadline;
  const { title, number } = agreement;
  return {
    about: subjectOf(deadline, agreement),
    letter: { title, ...(number === undefined ? {} : { number }) },
    due: { localDate, zone, provisional, daysLeft: daysLeft(deadline, now) },
  };
}

function subjectOf(
  { kind, subject }: RemindedDeadline,
  { milestones, stages }: RemindedAgreement,
): WhatIsAsked['about'] {
  if (kind === 'milestone') {
    return { kind, title: milestones.find(({ milestoneId }) => milestoneId === subject)?.title ?? {} };
  }
  if (kind === 'signed-copy') return { kind };
  const stage = stages.find(({ name }) => name === subject);
  return stage?.isSigning ? { kind: 'signing' } : { kind: 'stage', stage: stage?.title ?? { en: subject } };
}
