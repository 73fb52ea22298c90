import './organisations.css';

import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';

import { organisationsQuery } from '../../api/queries.js';
import type { OrganisationRow } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { DirectoryTabs } from '../../parts/directory-tabs.js';
import { FreshnessLine } from '../../parts/freshness-line.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { RegisterOrganisation } from '../../parts/register-organisation.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useSettled } from '../../parts/use-settled.js';
import { useTitle } from '../../parts/use-title.js';
import { FillPosition } from './fill-position.js';
import { OrganisationList } from './organisation-list.js';

export default function OrganisationsPage() {
  const { t } = useWords();
  const { register } = useMay();
  const [search, setSearch] = useState('');
  const [registering, setRegistering] = useState(false);
  const [filling, setFilling] = useState<OrganisationRow>();
  const organisations = useQuery(organisationsQuery(useSettled(search, 250)));
  useTitle(t('organisations.title'));
  const { data } = organisations;
  return (
    <div className="page">
      <DirectoryTabs />
      <div className="organisations-head">
        <h1 className="page-title">{t('organisations.title')}</h1>
        {data ? <FreshnessLine freshness={data.freshness} /> : null}
      </div>
      <div className="organisations-tools">
        <Input
          type="search"
          allowClear
          value={search}
          placeholder={t('newLetter.choose')}
          aria-label={t('newLetter.choose')}
          onChange={(event) => setSearch(event.target.value)}
        />
        {register ? (
          <Button type="primary" onClick={() => setRegistering(true)}>
            {t('newLetter.registerTitle')}
          </Button>
        ) : null}
      </div>
      {organisations.isPending ? <Skeleton lines={8} /> : null}
      {organisations.isError && !data ? (
        <ProblemNotice error={organisations.error} retry={() => void organisations.refetch()} />
      ) : null}
      {data?.items.length === 0 ? <Notice title={t('organisations.none')} /> : null}
      {data ? (
        <OrganisationList organisations={data.items} onFill={register ? setFilling : undefined} />
      ) : null}
      {registering ? (
        <RegisterOrganisation
          name={search}
          onDone={() => setRegistering(false)}
          onClose={() => setRegistering(false)}
        />
      ) : null}
      {filling ? <FillPosition organisation={filling} onClose={() => setFilling(undefined)} /> : null}
    </div>
  );
}
