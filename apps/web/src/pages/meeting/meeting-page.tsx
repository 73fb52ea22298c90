import '../agreement/agreement.css';
import '../meetings/meetings.css';
import './meeting.css';
import './meeting-print.css';

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';

import { statusOf } from '../../api/problem.js';
import { meetingQuery } from '../../api/queries.js';
import type { MeetingDetail } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { Afterwards } from './afterwards.js';
import { AttendanceCard } from './attendance-card.js';
import { MeetingHead } from './meeting-head.js';
import { Minutes } from './minutes.js';
import { RunningOrder } from './running-order.js';

export default function MeetingPage() {
  const { t, local } = useWords();
  const { meeting = '' } = useParams();
  const detail = useQuery(meetingQuery(meeting));
  useTitle(detail.data ? local(detail.data.title) : t('meeting.title'));
  return (
    <div className="page meeting">
      <Link className="quiet no-print" to="/meetings">
        {t('meeting.title')}
      </Link>
      {detail.isPending ? <Skeleton lines={8} /> : null}
      {detail.isError && !detail.data ? (
        statusOf(detail.error) === 404 ? (
          <Notice level={1} title={t('common.notFound')} detail={t('meeting.notFound')} />
        ) : (
          <ProblemNotice error={detail.error} retry={() => void detail.refetch()} />
        )
      ) : null}
      {detail.data ? <MeetingView meeting={detail.data} /> : null}
    </div>
  );
}

function MeetingView({ meeting }: { readonly meeting: MeetingDetail }) {
  return (
    <>
      <MeetingHead meeting={meeting} />
      <RunningOrder meeting={meeting} />
      <AttendanceCard meeting={meeting} />
      <Afterwards meeting={meeting} />
      <Minutes meeting={meeting} />
    </>
  );
}
