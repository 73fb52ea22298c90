import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { replayQuery } from '../../../api/queries.js';
import type { Agreement, AgreementDetail } from '../../../api/types.js';
import { differences } from '../../../differences/differences.js';
import { instantText } from '../../../format/days.js';
import { shortHash } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { ProblemNotice } from '../../../parts/notice.js';
import { Skeleton } from '../../../parts/skeleton.js';
import type { Shown } from '../shown.js';
import { DifferenceList } from './difference-list.js';
import type { Replay } from './use-replay.js';

interface PastBannerProps {
  readonly replay: Replay;
  readonly now: AgreementDetail;
  readonly shown: Shown;
}

/** In place of the next step: this is the past, what just changed in it, and what is different today. */
export function PastBanner({ replay, now, shown }: PastBannerProps) {
  const { t, language } = useWords();
  const { past, error, retry } = replay;
  if (error) return <ProblemNotice error={error} retry={retry} />;
  if (!past) return <Skeleton lines={3} />;
  return (
    <section className="past sheet" aria-label={t('replay.pastState')}>
      <div className="past-head">
        <p>
          <strong className="past-mark">{t('replay.pastState')}</strong>
          {t('replay.pastLead', { time: instantText(past.recordedAt, language, shown.zone) })}
        </p>
        <p className="quiet hash" title={`${t('replay.stateHashHint')} ${past.stateHash}`}>
          {t('replay.stateHash', { hash: shortHash(past.stateHash) })}
        </p>
      </div>
      <Compared
        agreementId={past.agreementId}
        revision={past.revision}
        then={past.agreement}
        now={now.agreement}
      />
    </section>
  );
}

interface ComparedProps {
  readonly agreementId: string;
  readonly revision: number;
  readonly then: Agreement;
  readonly now: Agreement;
}

function Compared({ agreementId, revision, then, now }: ComparedProps) {
  const { t } = useWords();
  const [withNow, setWithNow] = useState(false);
  const before = useQuery({ ...replayQuery(agreementId, revision - 1), enabled: revision > 0 });
  const here = before.data ? differences(before.data.agreement, then) : undefined;
  const since = differences(then, now);
  return (
    <>
      <div className="past-tabs" role="group" aria-label={t('replay.changedHere')}>
        <button type="button" aria-pressed={!withNow} onClick={() => setWithNow(false)}>
          {t('replay.changedHere')} <Count of={here} />
        </button>
        <button type="button" aria-pressed={withNow} onClick={() => setWithNow(true)}>
          {t('replay.changedSince')} <Count of={since} />
        </button>
      </div>
      {withNow ? (
        <DifferenceList differences={since} was={t('replay.side.then')} is={t('replay.side.today')} />
      ) : revision > 0 && !here ? (
        <Skeleton lines={2} />
      ) : (
        <DifferenceList differences={here ?? []} was={t('replay.side.was')} is={t('replay.side.is')} />
      )}
    </>
  );
}

const Count = ({ of }: { readonly of: readonly unknown[] | undefined }) =>
  of ? <span className="figures quiet">{of.length}</span> : null;
