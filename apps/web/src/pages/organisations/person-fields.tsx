import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';

import { peopleQuery } from '../../api/queries.js';
import { useWords } from '../../i18n/index.js';
import { NewPersonFields } from '../../parts/new-person-fields.js';
import { useSettled } from '../../parts/use-settled.js';

/** Somebody who is registered now, or somebody who is known already. */
export function PersonFields() {
  const { t } = useWords();
  const who = Form.useWatch<string | undefined>('who');
  if (who === 'known')
    return (
      <Form.Item
        name="personId"
        label={t('organisations.person')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <PersonSelect />
      </Form.Item>
    );
  return <NewPersonFields labels="organisations" />;
}

function PersonSelect(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
}) {
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
