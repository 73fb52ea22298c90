import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';

import { calendarsQuery } from '../api/queries.js';
import { useWords } from '../i18n/index.js';

interface CalendarSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (calendar: string | undefined) => void;
  /** Countries' calendars, or days off that organisations have of their own. */
  readonly of: 'countries' | 'closures';
}

/** Those that are known, by name; left empty, none. */
export function CalendarSelect({ of, ...rest }: CalendarSelectProps) {
  const { t, local } = useWords();
  const calendars = useQuery(calendarsQuery);
  const options = calendars.data?.items
    .filter(({ kind }) => (kind === 'closures') === (of === 'closures'))
    .map(({ id, name }) => ({ value: id, label: local(name) }));
  return (
    <Select
      {...rest}
      allowClear
      placeholder={t(of === 'countries' ? 'organisation.commonCalendar' : 'organisation.noClosures')}
      loading={calendars.isFetching}
      options={options ?? []}
    />
  );
}
