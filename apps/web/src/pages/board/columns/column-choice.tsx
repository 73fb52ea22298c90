import './columns.css';

import { useRef } from 'react';

import { useWords } from '../../../i18n/index.js';
import { COLUMNS, type ShownColumns } from './use-columns.js';

export function ColumnChoice({ columns: { shows, show } }: { readonly columns: ShownColumns }) {
  const { t } = useWords();
  const details = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (details.current) details.current.open = false;
  };
  return (
    <details
      ref={details}
      className="columns"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <summary>{t('board.columns')}</summary>
      <fieldset tabIndex={-1}>
        <legend className="label">{t('board.columns')}</legend>
        {COLUMNS.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={shows(column)}
              onChange={(event) => show(column, event.target.checked)}
            />
            {t(`board.columnNames.${column}`)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
