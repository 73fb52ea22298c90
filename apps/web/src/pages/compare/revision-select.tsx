import { Select } from 'antd';
import { useId } from 'react';

import type { TextRevision } from '../../api/types.js';
import { HOME_ZONE, instantText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';

interface RevisionSelectProps {
  readonly label: string;
  readonly revisions: readonly TextRevision[];
  readonly value: number;
  readonly onChoose: (revision: number) => void;
}

export function RevisionSelect({ label, revisions, value, onChoose }: RevisionSelectProps) {
  const { language, local } = useWords();
  const id = useId();
  const options = revisions.map(({ revision, recordedAt, title }) => ({
    value: revision,
    label: `${instantText(recordedAt, language, HOME_ZONE)} · ${local(title)}`,
  }));
  return (
    <div className="compare-choice">
      <label htmlFor={id} className="label">
        {label}
      </label>
      <Select id={id} value={value} options={options} onChange={onChoose} />
    </div>
  );
}
