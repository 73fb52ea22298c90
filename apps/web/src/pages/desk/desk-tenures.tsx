import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { deskQuery } from '../../api/queries.js';
import type { DeskDetail } from '../../api/types.js';
import { HOME_ZONE, localDay, dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { EventName } from '../../parts/event-name.js';
import { Local } from '../../parts/local.js';
import { useProblemSentence } from '../../parts/notice.js';
import { useNow } from '../../parts/use-now.js';

type Tenure = DeskDetail['tenures'][number];

/** Who had the desk, each with the events that say so, and whose it was on a day. */
export function DeskTenures({ detail }: { readonly detail: DeskDetail }) {
  const { t } = useWords();
  return (
    <>
      <section className="sheet directory-card" aria-labelledby="tenures">
        <div className="card-head">
          <h2 id="tenures">{t('desks.history')}</h2>
        </div>
        <ol className="directory-list">
          {detail.tenures.map((tenure) => (
            <TenureItem key={tenure.granted.event} tenure={tenure} />
          ))}
        </ol>
      </section>
      <OnDay deskId={detail.deskId} />
    </>
  );
}

function OnDay({ deskId }: { readonly deskId: string }) {
  const { t } = useWords();
  const today = localDay(useNow(), HOME_ZONE);
  const [day, setDay] = useState('');
  const asked = useQuery({ ...deskQuery(deskId, day), enabled: day !== '' });
  const sentence = useProblemSentence(asked.error);
  // Today's answer is known already, and was not asked for.
  const shown = day === '' ? undefined : asked.data;
  return (
    <section className="sheet directory-card" aria-labelledby="on-day">
      <div className="card-head">
        <h2 id="on-day">{t('desks.onDay')}</h2>
        <Input
          className="on-day"
          type="date"
          max={today}
          value={day}
          aria-label={t('desks.onDay')}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      {day === '' ? <p className="quiet">{t('desks.onDayHint')}</p> : null}
      {asked.error ? <p role="alert">{sentence}</p> : null}
      {shown?.holder === null ? <p className="quiet">{t('desks.nobodyThen')}</p> : null}
      {shown?.holder ? (
        <ul className="directory-list">
          <TenureItem tenure={shown.holder} />
        </ul>
      ) : null}
    </section>
  );
}

function TenureItem({ tenure }: { readonly tenure: Tenure }) {
  const { t, local, language } = useWords();
  const { person, position, from, until, granted, accepted, reason } = tenure;
  const day = dayText(from, language);
  const who = ({ by }: Tenure['granted']): string => (by.name ? local(by.name) : t('organisation.somebody'));
  return (
    <li className={until === null ? '' : 'quiet'}>
      <Link to={`/people/${person.personId}`}>
        {person.name ? <Local text={person.name} /> : t('organisation.somebody')}
      </Link>
      {position.title ? (
        <>
          <Dot />
          <Local text={position.title} />
        </>
      ) : null}
      <Dot />
      {until === null
        ? t('organisation.since', { day })
        : t('organisation.between', { from: day, until: dayText(until, language) })}
      <p className="label">
        {t('desks.granted', { who: who(granted) })}
        <Dot />
        <EventName event={granted.event} />
      </p>
      {accepted ? (
        <p className="label">
          {t('desks.accepted', { who: who(accepted) })}
          <Dot />
          <EventName event={accepted.event} />
        </p>
      ) : null}
      {reason === null ? null : <p className="label">{t('desks.because', { reason })}</p>}
    </li>
  );
}
