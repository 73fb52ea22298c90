import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';

import { organisationsQuery } from '../api/queries.js';
import { useWords } from '../i18n/index.js';
import { useSettled } from './use-settled.js';

interface OrganisationSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (organisationId: string) => void;
  /** Shown below the list; is told what the reader looked for. */
  readonly below?: (search: string) => ReactNode;
}

/** Searched by the server, in both languages: there may be hundreds. */
export function OrganisationSelect({ below, ...rest }: OrganisationSelectProps) {
  const { t, local } = useWords();
  const [search, setSearch] = useState('');
  const organisations = useQuery(organisationsQuery(useSettled(search, 200)));
  const options = organisations.data?.items.map(({ organisationId, name }) => ({
    value: organisationId,
    label: local(name),
  }));
  return (
    <Select
      {...rest}
      placeholder={t('newLetter.choose')}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={organisations.isFetching}
      options={options ?? []}
      {...(below && {
        popupRender: (list: ReactNode) => (
          <>
            {list}
            {below(search)}
          </>
        ),
      })}
    />
  );
}
