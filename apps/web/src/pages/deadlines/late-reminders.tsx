import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { outageQuery } from '../../api/queries.js';
import type { OutageReport } from '../../api/types.js';
import { HOME_ZONE } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Instant } from '../../parts/times.js';
import { useStepName } from '../../parts/use-step-name.js';

const HOUR = 60;
const DAY = 24 * HOUR;

/** What went out late in the last days; nothing where everything was in time. */
export function LateReminders() {
  const { t } = useWords();
  const { data } = useQuery(outageQuery);
  const how = useHowLate();
  if (!data || data.total === 0) return null;
  return (
    <details className="late-reminders">
      <summary>{t('deadlines.late.title', { count: data.total, worst: how(data.worstMinutes) })}</summary>
      <p className="deadline-quiet">{t('deadlines.late.hint')}</p>
      <ul>
        {data.items.map((late) => (
          <Late key={`${late.agreementId} ${late.deadlineId} ${late.step} ${late.sentAt}`} late={late} />
        ))}
      </ul>
    </details>
  );
}

function Late({ late }: { readonly late: OutageReport['items'][number] }) {
  const { t, local } = useWords();
  const nameOf = useStepName();
  const how = useHowLate();
  const { agreementId, number, title, step, person, opensAt, sentAt, lateMinutes } = late;
  return (
    <li>
      <strong>{t('deadlines.late.by', { how: how(lateMinutes) })}</strong>{' '}
      <Link to={`/agreements/${agreementId}`}>
        {number === null ? '' : `${number} `}
        {local(title)}
      </Link>
      <span className="deadline-quiet">
        {nameOf(step)} · {local(person.name) || t('deadlines.somebody')} · {t('deadlines.late.meant')}{' '}
        <Instant at={opensAt} zone={HOME_ZONE} /> · {t('deadlines.late.sent')}{' '}
        <Instant at={sentAt} zone={HOME_ZONE} />
      </span>
    </li>
  );
}

function useHowLate(): (minutes: number) => string {
  const { t } = useWords();
  return (minutes) => {
    if (minutes < HOUR) return t('deadlines.late.minutes', { count: minutes });
    if (minutes < 2 * DAY) return t('deadlines.late.hours', { count: Math.floor(minutes / HOUR) });
    return t('deadlines.late.days', { count: Math.floor(minutes / DAY) });
  };
}
