import { lazy, Suspense } from 'react';

import { useWords } from '../../i18n/index.js';
import type { BoardFiltersProps } from './filter-props.js';

/** What comes with it keeps the browser busy: the letters are painted before. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

const FilterFields = lazy(async () => {
  await painted();
  return import('./filter-fields.js');
});

/** The letters do not wait for what they can be chosen by. */
export function BoardFilters({ filter, onChange }: BoardFiltersProps) {
  const { t } = useWords();
  return (
    <div className="filters" role="search">
      <Suspense fallback={<FieldsAwaited />}>
        <FilterFields filter={filter} onChange={onChange} />
      </Suspense>
      <Toggle name={t('board.mine')} on={filter.mine} onToggle={(mine) => onChange({ mine })} />
      <Toggle name={t('board.late')} on={filter.late} onToggle={(late) => onChange({ late })} />
    </div>
  );
}

/** Their room, so that nothing moves when they come. */
const FieldsAwaited = () =>
  ['filter-search', 'filter-party', 'filter-year'].map((field) => (
    <span key={field} className={`filter-awaited ${field}`} aria-hidden="true" />
  ));

interface ToggleProps {
  readonly name: string;
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
}

function Toggle({ name, on, onToggle }: ToggleProps) {
  return (
    <button type="button" className="filter-toggle" aria-pressed={on} onClick={() => onToggle(!on)}>
      {name}
    </button>
  );
}
