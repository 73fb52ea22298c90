import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { chooseBoardColumns } from '../../../api/commands.js';
import { boardFiltersQuery } from '../../../api/queries.js';

export const COLUMNS = ['field', 'parties', 'stage', 'waiting', 'deadline'] as const;
export type Column = (typeof COLUMNS)[number];

export interface ShownColumns {
  readonly shows: (column: Column) => boolean;
  readonly show: (column: Column, on: boolean) => void;
}

/** Which parts of a letter its reader wants on the board; kept with the person, so that it is so on every machine. */
export function useColumns(): ShownColumns {
  const queries = useQueryClient();
  const { queryKey } = boardFiltersQuery;
  const saved = useQuery(boardFiltersQuery);
  const choose = useMutation({
    mutationFn: chooseBoardColumns,
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  const hidden = COLUMNS.filter((column) => saved.data?.hiddenColumns.includes(column));
  return {
    shows: (column) => !hidden.includes(column),
    show: (column, on) => {
      const next = COLUMNS.filter((one) => (one === column ? !on : hidden.includes(one)));
      // Shown at once: what was clicked must not come back for a moment.
      queries.setQueryData(queryKey, (known) => known && { ...known, hiddenColumns: next });
      choose.mutate(next);
    },
  };
}
