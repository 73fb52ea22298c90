import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';

import { positionsOnQuery } from '../../../api/queries.js';
import { HOME_ZONE, localDay } from '../../../format/days.js';
import { useWords } from '../../../i18n/index.js';
import { Dot } from '../../../parts/dot.js';
import { momentNow } from '../../../parts/use-now.js';

interface PositionSelectProps {
  readonly value?: string;
  readonly onChange?: (positionId: string) => void;
}

/** The positions of the organisation chosen above, with who holds them today. */
export function PositionSelect(props: PositionSelectProps) {
  const { t, local } = useWords();
  const partyId = Form.useWatch<string | undefined>('partyId');
  const [today] = useState(() => localDay(momentNow(), HOME_ZONE));
  const found = useQuery({ ...positionsOnQuery(partyId ?? '', today), enabled: partyId !== undefined });
  const options = found.data?.positions.map(({ positionId, title, person }) => ({
    value: positionId,
    label: (
      <>
        {local(title)}
        <Dot />
        {local(person.name)}
      </>
    ),
  }));
  return (
    <Select
      {...props}
      allowClear
      disabled={partyId === undefined}
      loading={found.isFetching}
      options={options ?? []}
      notFoundContent={t('form.noPositions')}
    />
  );
}
