import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';

import { desksQuery } from '../api/queries.js';
import { useWords } from '../i18n/index.js';

interface DeskSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (deskId: string) => void;
}

export function DeskSelect(props: DeskSelectProps) {
  const { local } = useWords();
  const desks = useQuery(desksQuery);
  const options = desks.data?.items.map(({ deskId, name, holder }) => ({
    value: deskId,
    label: [local(name), local(holder?.name)].filter(Boolean).join(' · '),
  }));
  return <Select {...props} loading={desks.isFetching} options={options ?? []} />;
}
