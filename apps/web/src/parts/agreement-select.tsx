import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';

import { boardQuery, rows } from '../api/queries.js';
import { useWords } from '../i18n/index.js';
import { useSettled } from './use-settled.js';

interface AgreementSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (agreementId: string) => void;
}

/** Searched by the server among the letters the reader may see. */
export function AgreementSelect(props: AgreementSelectProps) {
  const { t, local } = useWords();
  const [search, setSearch] = useState('');
  const filter = {
    stages: [],
    search: useSettled(search, 200),
    partyId: '',
    withPartyId: '',
    year: '',
    field: '',
    attributes: {},
    mine: false,
    late: false,
  };
  const letters = useInfiniteQuery(boardQuery(filter));
  const options = rows(letters.data).map(({ agreementId, number, title }) => ({
    value: agreementId,
    label: [number, local(title)].filter(Boolean).join(' '),
  }));
  return (
    <Select
      {...props}
      allowClear
      placeholder={t('newLetter.choose')}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={letters.isFetching}
      options={options}
    />
  );
}
