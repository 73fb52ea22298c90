import '../agreement/agreement.css';
import '../organisation/organisation.css';
import './calendars.css';

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';

import { calendarsQuery } from '../../api/queries.js';
import type { CalendarLine } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { DirectoryTabs } from '../../parts/directory-tabs.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { CalendarYear } from './calendar-year.js';
import { Proposals } from './proposals.js';
import { PublishCalendar } from './publish-calendar.js';

/** The first one is the coordinating department's. */
const FIRST = 'cn';

/** Which days are worked: years with their holidays, the next version, and what it changes of what is due. */
export default function CalendarsPage() {
  const { t } = useWords();
  const { calendar = FIRST } = useParams();
  const { register } = useMay();
  const list = useQuery(calendarsQuery);
  useTitle(t('calendars.title'));
  const shown = list.data?.items.find(({ id }) => id === calendar);
  return (
    <div className="page calendars-page">
      <DirectoryTabs />
      <h1 className="page-title">{t('calendars.title')}</h1>
      {list.isPending ? <Skeleton lines={8} /> : null}
      {list.isError && !list.data ? (
        <ProblemNotice error={list.error} retry={() => void list.refetch()} />
      ) : null}
      {list.data ? <Choice items={list.data.items} current={calendar} /> : null}
      {shown ? (
        <>
          <Head line={shown} />
          <CalendarYear key={`${shown.id}@${shown.version}`} line={shown} />
        </>
      ) : null}
      {list.data && !shown ? <Notice title={t('calendars.unknown')} /> : null}
      {shown && register ? <Proposals key={`${shown.id}@${shown.version}`} calendar={shown.id} /> : null}
      {register && list.data ? <PublishCalendar key={`publish ${calendar}`} shown={shown} /> : null}
    </div>
  );
}

interface ChoiceProps {
  readonly items: readonly CalendarLine[];
  readonly current: string;
}

function Choice({ items, current }: ChoiceProps) {
  const { t, local } = useWords();
  if (items.length < 2) return null;
  return (
    <nav className="calendar-choice" aria-label={t('calendars.title')}>
      {items.map(({ id, name }) => (
        <Link key={id} to={`/calendars/${id}`} aria-current={id === current ? 'page' : undefined}>
          {local(name) || id}
        </Link>
      ))}
    </nav>
  );
}

function Head({ line }: { readonly line: CalendarLine }) {
  const { t, language } = useWords();
  const { name, version, source, publishedFrom, publishedTo, awaited, kind } = line;
  return (
    <header className="calendar-head">
      <h2>
        <Local text={name} />
      </h2>
      <p className="quiet">
        {t('calendars.version', { version })}
        <Dot />
        {kind === 'closures'
          ? t('calendars.closures')
          : t('calendars.published', {
              from: dayText(publishedFrom, language),
              to: dayText(publishedTo, language),
            })}
        <Dot />
        {source}
      </p>
      {awaited === null ? null : (
        <Notice title={t('calendars.awaited', { year: awaited })} detail={t('calendars.awaitedDetail')} />
      )}
    </header>
  );
}
