import './meetings.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { meetingsQuery, rows } from '../../api/queries.js';
import type { MeetingRow } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { zoneText } from '../../format/days.js';
import { meetingTime } from '../../format/meeting-time.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { FreshnessLine } from '../../parts/freshness-line.js';
import { Local } from '../../parts/local.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { PlanMeeting } from './plan-meeting.js';

export default function MeetingsPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { propose: mayPlan } = useMay();
  const [planning, setPlanning] = useState(false);
  const meetings = useInfiniteQuery(meetingsQuery);
  const newest = meetings.data?.pages.at(-1);
  const found = rows(meetings.data);
  // The latest first is right for what was; of what is to come the next is wanted first.
  const upcoming = found.filter(({ status }) => status === 'planned').toReversed();
  const past = found.filter(({ status }) => status === 'held');
  useTitle(t('meeting.title'));
  return (
    <div className="page meetings">
      <div className="meetings-head">
        <h1 className="page-title">{t('meeting.title')}</h1>
        {mayPlan ? (
          <Button type="primary" onClick={() => setPlanning(true)}>
            {t('meeting.plan')}
          </Button>
        ) : null}
        {newest ? <FreshnessLine freshness={newest.freshness} /> : null}
      </div>
      {meetings.isError && !newest ? (
        <ProblemNotice error={meetings.error} retry={() => void meetings.refetch()} />
      ) : null}
      {meetings.isPending ? <Skeleton lines={6} /> : null}
      {newest?.total === 0 ? <Notice title={t('meeting.none')} detail={t('meeting.noneDetail')} /> : null}
      <MeetingList name={t('meeting.upcoming')} meetings={upcoming} />
      <MeetingList name={t('meeting.past')} meetings={past} />
      {meetings.hasNextPage ? (
        <Button block loading={meetings.isFetchingNextPage} onClick={() => void meetings.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
      {planning ? (
        <PlanMeeting
          onDone={(meetingId) => void navigate(`/meetings/${meetingId}`)}
          onClose={() => setPlanning(false)}
        />
      ) : null}
    </div>
  );
}

interface MeetingListProps {
  readonly name: string;
  readonly meetings: readonly MeetingRow[];
}

function MeetingList({ name, meetings }: MeetingListProps) {
  const { t, language } = useWords();
  if (meetings.length === 0) return null;
  return (
    <section className="meeting-list" aria-label={name}>
      <h2>{name}</h2>
      <ul className="sheet">
        {meetings.map(({ meetingId, title, at, zone, place, letters, signed }) => (
          <li key={meetingId}>
            <h3>
              <Link to={`/meetings/${meetingId}`}>
                <Local text={title} />
              </Link>
            </h3>
            <p>
              <time dateTime={at}>{meetingTime(at, language)}</time>{' '}
              <span className="label">{zoneText(zone, language)}</span>
              <Dot />
              {place}
            </p>
            <p className="quiet">{t('meeting.count', { signed, letters })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
