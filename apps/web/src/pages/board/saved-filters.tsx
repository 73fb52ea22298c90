import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';

import { removeBoardFilter, saveBoardFilter } from '../../api/commands.js';
import { boardFiltersQuery, type BoardFilter } from '../../api/queries.js';
import { useWords } from '../../i18n/index.js';
import { useProblemSentence } from '../../parts/notice.js';
import { filterOf, isFiltered, isSame, storedFrom } from './board-filter.js';

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
      {!chosen && saved.data && isFiltered(filter) ? <Keep filter={filter} /> : null}
      {remove.error ? <Refused error={remove.error} /> : null}
    </div>
  );
}

function Keep({ filter }: Pick<SavedFiltersProps, 'filter'>) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [name, setName] = useState<string>();
  const keep = useMutation({
    mutationFn: (as: string) => saveBoardFilter(as, storedFrom(filter)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: boardFiltersQuery.queryKey });
      setName(undefined);
    },
  });
  if (name === undefined) {
    return (
      <button type="button" className="link-button" onClick={() => setName('')}>
        {t('board.keep')}
      </button>
    );
  }
  const wanted = name.trim();
  return (
    <form
      className="keep-filter"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') keep.mutate(wanted);
      }}
    >
      <Input
        autoFocus
        size="small"
        maxLength={60}
        value={name}
        placeholder={t('board.keepName')}
        aria-label={t('board.keepName')}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setName(undefined);
        }}
      />
      <Button size="small" htmlType="submit" disabled={wanted === ''} loading={keep.isPending}>
        {t('board.keepIt')}
      </Button>
      {keep.error ? <Refused error={keep.error} /> : null}
    </form>
  );
}

function Refused({ error }: { readonly error: Error }) {
  return <Alert type="error" title={useProblemSentence(error)} />;
}
