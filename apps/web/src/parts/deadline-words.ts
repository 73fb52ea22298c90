import type { DeadlineRow } from '../api/types.js';
import { useWords } from '../i18n/index.js';
import { useStageNames } from './use-stage-names.js';

type Due = Pick<DeadlineRow, 'kind' | 'subject' | 'milestone' | 'definition'>;

/** What is due, in words. */
export function useWhat({ kind, subject, milestone, definition }: Due): string {
  const { t, local } = useWords();
  const inStage = { stage: subject, definition };
  const nameOf = useStageNames(kind === 'stage' ? [inStage] : []);
  return t(`deadlines.what.${kind}`, { subject: kind === 'stage' ? nameOf(inStage) : local(milestone) });
}
