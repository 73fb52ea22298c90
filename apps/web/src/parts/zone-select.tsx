import { Select, type SelectProps } from 'antd';
import { useMemo } from 'react';

import { useWords } from '../i18n/index.js';
import { namedZones, type NamedZone } from './zones.js';

interface ZoneSelectProps extends Pick<SelectProps<string, NamedZone>, 'id' | 'value' | 'onChange'> {
  /** Where the list begins with one. */
  readonly chosen?: string | undefined;
}

/** Form.Item hands the rest. */
export function ZoneSelect({ chosen, ...rest }: ZoneSelectProps) {
  const { language } = useWords();
  const options = useMemo(() => [...namedZones(language, chosen)], [language, chosen]);
  return (
    <Select<string, NamedZone>
      {...rest}
      options={options}
      showSearch={{ filterOption: (typed, zone) => zone?.search.includes(typed.toLowerCase()) ?? false }}
    />
  );
}
