import { Alert } from 'antd';

import { isConflict, statusOf } from '../../../api/problem.js';
import type { AgreementDetail } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { useProblemSentence } from '../../../parts/notice.js';
import { Meanwhile } from './meanwhile.js';

/** Somebody wrote since; only this is overcome by saying that one has seen what is new. */
export const isStale = (error: unknown): boolean => statusOf(error) === 412;

interface RefusalProps {
  readonly error: Error;
  /** As the reader saw it when they decided. */
  readonly detail: AgreementDetail;
}

/** Why it was not done, and what others did in the meantime where that is the reason. */
export function Refusal({ error, detail }: RefusalProps) {
  const { t } = useWords();
  const sentence = useProblemSentence(error);
  const stale = isStale(error);
  return (
    <Alert
      className="dialog-problem"
      type={stale ? 'warning' : 'error'}
      title={stale ? t('form.conflictTitle') : sentence}
      description={
        isConflict(error) ? (
          <Meanwhile agreementId={detail.agreementId} seenRevision={detail.revision} />
        ) : null
      }
    />
  );
}
