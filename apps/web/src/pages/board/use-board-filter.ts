import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

import type { BoardFilter } from '../../api/queries.js';
import { filterFrom, paramsOf } from './board-filter.js';

/** The address holds the filter, so that a list can be sent to someone or come back to. */
export function useBoardFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => filterFrom(params), [params]);
  const change = useCallback(
    (part: Partial<BoardFilter>) => {
      setParams((current) => paramsOf({ ...filterFrom(current), ...part }), { replace: true });
    },
    [setParams],
  );
  return { filter, change };
}
