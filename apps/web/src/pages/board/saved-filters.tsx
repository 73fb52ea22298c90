import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';

import { removeBoardFilter } from '../../api/commands.js';
import { boardFiltersQuery, type BoardFilter } from '../../api/queries.js';
import { useWords } from '../../i18n/index.js';
import { useProblemSentence } from '../../parts/notice.js';
import { filterOf, isFiltered, isSame } from './board-filter.js';

const KeepFilter = lazy(() => import('./keep-filter.js'));

interface SavedFiltersProps {
  readonly filter: BoardFilter;
  readonly onChange: (filter: BoardFilter) => void;
}

/** What this person looks at again and again; kept with them, so that it is there on every machine. */
export function SavedFilters({ filter, onChange }: SavedFiltersProps) {
  const { t } = useWords();
  const queries = useQueryClient();
  const saved = useQuery(boardFiltersQuery);
  const kept = saved.data?.items ?? [];
  const chosen = kept.find((one) => isSame(filterOf(one.filter), filter));
  const remove = useMutation({
    mutationFn: removeBoardFilter,
    onSuccess: () => queries.invalidateQueries({ queryKey: boardFiltersQuery.queryKey }),
  });
  if (kept.length === 0 && !isFiltered(filter)) return null;
  return (
    <div className="saved-filters" role="group" aria-label={t('board.saved')}>
      {kept.map((one) => (
        <button
          key={one.filterId}
          type="button"
          className="saved-filter"
          aria-pressed={one === chosen}
          onClick={() => onChange(filterOf(one.filter))}
        >
          {one.name}
        </button>
      ))}
      {chosen ? (
        <button
          type="button"
          className="link-button"
          disabled={remove.isPending}
          onClick={() => remove.mutate(chosen.filterId)}
        >
          {t('board.forget', { name: chosen.name })}
        </button>
      ) : null}
      {!chosen && saved.data && isFiltered(filter) ? (
        <Suspense>
          <KeepFilter filter={filter} />
        </Suspense>
      ) : null}
      {remove.error ? <Refused error={remove.error} /> : null}
    </div>
  );
}

function Refused({ error }: { readonly error: Error }) {
  return (
    <span role="alert" className="late">
      {useProblemSentence(error)}
    </span>
  );
}
