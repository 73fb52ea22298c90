import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';

import { positionsOnQuery } from '../../api/queries.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { EventName } from '../../parts/event-name.js';
import { Local } from '../../parts/local.js';
import { useProblemSentence } from '../../parts/notice.js';

/** Who held what on a day, and who granted it: the question of whoever checks a signature. */
export function OnDay({
  organisationId,
  today,
}: {
  readonly organisationId: string;
  readonly today: string;
}) {
  const { t, local, language } = useWords();
  const [day, setDay] = useState('');
  const asked = useQuery({ ...positionsOnQuery(organisationId, day), enabled: day !== '' });
  const sentence = useProblemSentence(asked.error);
  return (
    <section className="sheet directory-card" aria-labelledby="on-day">
      <div className="card-head">
        <h2 id="on-day">{t('organisation.onDay')}</h2>
        <Input
          className="on-day"
          type="date"
          max={today}
          value={day}
          aria-label={t('organisation.onDay')}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      {day === '' ? <p className="quiet">{t('organisation.onDayHint')}</p> : null}
      {asked.error ? <p role="alert">{sentence}</p> : null}
      {asked.data ? (
        <>
          <p>
            {t('organisation.calledThen', {
              name: local(asked.data.name),
              day: dayText(asked.data.on, language),
            })}
          </p>
          {asked.data.positions.length === 0 ? <p className="quiet">{t('organisation.nobodyThen')}</p> : null}
          <ul className="directory-list">
            {asked.data.positions.map(({ positionId, title, person, granted }) => (
              <li key={positionId}>
                <Local text={title} />
                <Dot />
                {person.name ? <Local text={person.name} /> : t('organisation.somebody')}
                <p className="label">
                  {t('organisation.granted', {
                    who: granted.by.name ? local(granted.by.name) : t('organisation.system'),
                    day: dayText(granted.recordedAt.slice(0, 10), language),
                  })}
                  <Dot />
                  <EventName event={granted.event} />
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
