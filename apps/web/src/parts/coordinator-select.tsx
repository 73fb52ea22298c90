import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';

import { peopleQuery } from '../api/queries.js';
import { useWords } from '../i18n/index.js';
import { useSettled } from './use-settled.js';

interface CoordinatorSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (place: string) => void;
  /** Who is not asked: whoever has it already. */
  readonly but?: string;
}

/** Somebody who coordinates, with the position they do it from: `{organisation} {position}`. */
export function CoordinatorSelect({ but, ...rest }: CoordinatorSelectProps) {
  const { local } = useWords();
  const [search, setSearch] = useState('');
  const people = useQuery(peopleQuery(useSettled(search, 200)));
  const options = people.data?.items
    .filter(({ personId }) => personId !== but)
    .flatMap(({ name, positions }) =>
      positions
        .filter(({ roles }) => roles.includes('coordinator'))
        .map(({ positionId, title, organisation }) => ({
          value: `${organisation.organisationId} ${positionId}`,
          label: `${local(name)} · ${local(title)}`,
        })),
    );
  return (
    <Select
      {...rest}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={people.isFetching}
      options={options ?? []}
    />
  );
}

export function placeOf(chosen: string): { readonly organisationId: string; readonly positionId: string } {
  const [organisationId = '', positionId = ''] = chosen.split(' ');
  return { organisationId, positionId };
}
