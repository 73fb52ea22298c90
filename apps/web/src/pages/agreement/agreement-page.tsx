import './agreement.css';

import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation, useParams } from 'react-router';

import { statusOf } from '../../api/problem.js';
import { agreementQuery } from '../../api/queries.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNotice } from '../../parts/notice.js';
import { PageSkeleton } from '../../parts/skeleton.js';
import NotFoundPage from '../not-found-page.js';
import { AgreementView } from './agreement-view.js';

export default function AgreementPage() {
  const { t } = useWords();
  const { agreement: idOrNumber = '' } = useParams();
  const { search, hash } = useLocation();
  const detail = useQuery(agreementQuery(idOrNumber));
  if (detail.isPending) return <PageSkeleton />;
  if (detail.isError && !detail.data)
    return statusOf(detail.error) === 404 ? (
      <NotFoundPage />
    ) : (
      <div className="page">
        <ProblemNotice
          title={t('agreement.loadFailed')}
          error={detail.error}
          retry={() => void detail.refetch()}
        />
      </div>
    );
  const { agreementId } = detail.data;
  // Opened by its number: news and links speak of it by id.
  if (agreementId !== idOrNumber)
    return <Navigate replace to={{ pathname: `/agreements/${agreementId}`, search, hash }} />;
  return <AgreementView key={agreementId} detail={detail.data} />;
}
