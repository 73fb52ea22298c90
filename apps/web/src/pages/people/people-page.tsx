import '../organisations/organisations.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { peopleListQuery, rows } from '../../api/queries.js';
import type { PersonRow } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { DirectoryTabs } from '../../parts/directory-tabs.js';
import { Dot } from '../../parts/dot.js';
import { FreshnessLine } from '../../parts/freshness-line.js';
import { Local } from '../../parts/local.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useSettled } from '../../parts/use-settled.js';
import { useTitle } from '../../parts/use-title.js';
import { RegisterPerson } from './register-person.js';

export default function PeoplePage() {
  const { t } = useWords();
  const { register } = useMay();
  const [search, setSearch] = useState('');
  const [registering, setRegistering] = useState(false);
  const people = useInfiniteQuery(peopleListQuery(useSettled(search, 250)));
  const newest = people.data?.pages.at(-1);
  useTitle(t('people.title'));
  return (
    <div className="page">
      <DirectoryTabs />
      <div className="organisations-head">
        <h1 className="page-title">{t('people.title')}</h1>
        {newest ? <FreshnessLine freshness={newest.freshness} /> : null}
      </div>
      <div className="organisations-tools">
        <Input
          type="search"
          allowClear
          value={search}
          placeholder={t('directory.search')}
          aria-label={t('directory.search')}
          onChange={(event) => setSearch(event.target.value)}
        />
        {register ? (
          <Button type="primary" onClick={() => setRegistering(true)}>
            {t('people.register')}
          </Button>
        ) : null}
      </div>
      {people.isPending ? <Skeleton lines={8} /> : null}
      {people.isError && !newest ? (
        <ProblemNotice error={people.error} retry={() => void people.refetch()} />
      ) : null}
      {newest?.total === 0 ? <Notice title={t('people.none')} /> : null}
      <PeopleList people={rows(people.data)} />
      {people.hasNextPage ? (
        <Button block loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
      {registering ? <RegisterPerson onClose={() => setRegistering(false)} /> : null}
    </div>
  );
}

function PeopleList({ people }: { readonly people: readonly PersonRow[] }) {
  const { t } = useWords();
  if (people.length === 0) return null;
  return (
    <ul className="organisations sheet">
      {people.map(({ personId, name, positions }) => (
        <li key={personId}>
          <h2>
            <Link to={`/people/${personId}`}>
              <Local text={name} />
            </Link>
          </h2>
          <ul>
            {positions.map(({ positionId, title, roles, organisation }) => (
              <li key={positionId}>
                <Local text={title} />
                <Dot />
                <Link to={`/organisations/${organisation.organisationId}`}>
                  <Local text={organisation.name} />
                </Link>
                {roles.length === 0 ? null : (
                  <span className="quiet">
                    <Dot />
                    {roles.map((role) => t(`positionRole.${role}`)).join(t('common.and'))}
                  </span>
                )}
              </li>
            ))}
            {positions.length === 0 ? <li className="quiet">{t('people.noPosition')}</li> : null}
          </ul>
        </li>
      ))}
    </ul>
  );
}
