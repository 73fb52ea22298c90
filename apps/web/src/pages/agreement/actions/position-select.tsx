import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';

import { organisationsQuery } from '../../../api/queries.js';
import type { Party } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { Dot } from '../../../parts/dot.js';

interface PositionSelectProps {
  readonly parties: readonly Party[];
  readonly value?: string;
  readonly onChange?: (positionId: string) => void;
}

/** The positions of the party chosen above, with who holds them now. */
export function PositionSelect({ parties, ...rest }: PositionSelectProps) {
  const { t, local } = useWords();
  const partyId = Form.useWatch<string | undefined>('partyId');
  const party = parties.find((one) => one.partyId === partyId);
  const organisations = useQuery({
    ...organisationsQuery(party?.name.zh ?? party?.name.en ?? ''),
    enabled: party !== undefined,
  });
  const organisation = organisations.data?.items.find(({ organisationId }) => organisationId === partyId);
  const options = organisation?.positions.map(({ positionId, title, person }) => ({
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
      {...rest}
      disabled={party === undefined}
      loading={organisations.isFetching}
      options={options ?? []}
      notFoundContent={t('form.noPositions')}
    />
  );
}
