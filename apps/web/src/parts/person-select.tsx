import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';

import { peopleQuery } from '../api/queries.js';
import { useWords } from '../i18n/index.js';
import { useSettled } from './use-settled.js';

interface PersonSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (personId: string) => void;
}

export function PersonSelect(props: PersonSelectProps) {
  const { local } = useWords();
  const [search, setSearch] = useState('');
  const people = useQuery(peopleQuery(useSettled(search, 200)));
  const options = people.data?.items.map(({ personId, name }) => ({ value: personId, label: local(name) }));
  return (
    <Select
      {...props}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={people.isFetching}
      options={options ?? []}
    />
  );
}
