import '../organisations/organisations.css';

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { desksQuery } from '../../api/queries.js';
import type { DeskRow } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { DirectoryTabs } from '../../parts/directory-tabs.js';
import { Dot } from '../../parts/dot.js';
import { FreshnessLine } from '../../parts/freshness-line.js';
import { Local } from '../../parts/local.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { DeskDialog } from '../desk/desk-dialog.js';

export default function DesksPage() {
  const { t } = useWords();
  const { register } = useMay();
  const [opening, setOpening] = useState(false);
  const desks = useQuery(desksQuery);
  useTitle(t('desks.title'));
  const { data } = desks;
  return (
    <div className="page">
      <DirectoryTabs />
      <div className="organisations-head">
        <h1 className="page-title">{t('desks.title')}</h1>
        {data ? <FreshnessLine freshness={data.freshness} /> : null}
      </div>
      <div className="organisations-tools">
        <p className="quiet">{t('desks.lead')}</p>
        {register ? (
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('desks.open')}
          </Button>
        ) : null}
      </div>
      {desks.isPending ? <Skeleton lines={4} /> : null}
      {desks.isError && !data ? (
        <ProblemNotice error={desks.error} retry={() => void desks.refetch()} />
      ) : null}
      {data?.items.length === 0 ? <Notice title={t('desks.none')} detail={t('desks.noneDetail')} /> : null}
      {data && data.items.length > 0 ? (
        <ul className="organisations sheet">
          {data.items.map((desk) => (
            <DeskItem key={desk.deskId} desk={desk} />
          ))}
        </ul>
      ) : null}
      {opening ? <DeskDialog command="OpenDesk" onClose={() => setOpening(false)} /> : null}
    </div>
  );
}

function DeskItem({ desk: { deskId, name, first, holder, offered, letters } }: { readonly desk: DeskRow }) {
  const { t, local, language } = useWords();
  return (
    <li>
      <div>
        <h2>
          <Link to={`/desks/${deskId}`}>
            <Local text={name} />
          </Link>
        </h2>
        {first ? <p className="label">{t('desks.first')}</p> : null}
      </div>
      <div>
        <p>
          {holder ? (
            <>
              <Link to={`/people/${holder.personId}`}>
                {holder.name ? <Local text={holder.name} /> : t('organisation.somebody')}
              </Link>
              <span className="quiet">
                <Dot />
                {t('desks.since', { day: dayText(holder.from, language) })}
              </span>
            </>
          ) : (
            t('desks.nobody')
          )}
        </p>
        {holder && !holder.present ? <p className="late">{t('desks.gone')}</p> : null}
        {offered ? (
          <p className="quiet">
            {t('desks.offered', {
              name: offered.name ? local(offered.name) : t('organisation.somebody'),
              day: dayText(offered.from, language),
            })}
          </p>
        ) : null}
      </div>
      <p className="quiet">{t('desks.letters', { count: letters })}</p>
    </li>
  );
}
