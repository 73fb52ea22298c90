import { Radio, Space } from 'antd';

import type { Party } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { Local } from '../../../parts/local.js';

interface PartyChoiceProps {
  readonly parties: readonly Party[];
  readonly value?: string;
  readonly onChange?: (partyId: string) => void;
}

/** Where there is nothing to choose, it is only said for whom. */
export function PartyChoice({ parties, value, onChange, ...rest }: PartyChoiceProps) {
  const { local } = useWords();
  const [only] = parties;
  if (parties.length === 1 && only)
    return (
      <p className="dialog-fixed">
        <Local text={only.name} />
      </p>
    );
  return (
    <Radio.Group {...rest} value={value} onChange={(event) => onChange?.(String(event.target.value))}>
      <Space orientation="vertical" size={4}>
        {parties.map((party) => (
          <Radio key={party.partyId} value={party.partyId}>
            {local(party.name)}
          </Radio>
        ))}
      </Space>
    </Radio.Group>
  );
}
