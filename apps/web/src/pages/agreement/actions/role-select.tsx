import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';

import { definitionQuery } from '../../../api/queries.js';
import { useWords } from '../../../i18n/index.js';

interface RoleSelectProps {
  readonly definition: string;
  readonly value?: string;
  readonly onChange?: (role: string) => void;
}

export function RoleSelect({ definition, ...rest }: RoleSelectProps) {
  const { local } = useWords();
  const { data, isFetching } = useQuery(definitionQuery(definition));
  const options = data?.partyRoles.map(({ role, title }) => ({ value: role, label: local(title) })) ?? [];
  return <Select {...rest} loading={isFetching} options={options} />;
}
