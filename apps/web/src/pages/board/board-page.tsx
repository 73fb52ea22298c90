import './board.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { boardQuery, rows, type BoardFilter } from '../../api/queries.js';
import type { BoardPage as BoardAnswer } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { BoardViews } from '../../parts/board-views.js';
import { FreshnessLine } from '../../parts/freshness-line.js';
import { LettersLeftOut } from '../../parts/left-out.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { isFiltered, NO_FILTER } from './board-filter.js';
import { BoardFilters } from './board-filters.js';
import { BoardList } from './board-list.js';
import { ColumnChoice } from './columns/column-choice.js';
import { useColumns } from './columns/use-columns.js';
import { SavedFilters } from './saved-filters.js';
import { SelectionBar } from './selection/selection-bar.js';
import { useSelection } from './selection/use-selection.js';
import { StageSegments } from './stage-segments.js';
import { useBoardFilter } from './use-board-filter.js';

export default function BoardPage() {
  const { t } = useWords();
  const { filter, change } = useBoardFilter();
  const board = useInfiniteQuery(boardQuery(filter));
  const first = board.data?.pages[0];
  const newest = board.data?.pages.at(-1);
  const letters = rows(board.data);
  const selection = useSelection(letters);
  const columns = useColumns();
  useTitle(t('board.title'));
  return (
    <div className="page board">
      <div className="board-head">
        <h1 className="page-title">{t('board.title')}</h1>
        {newest ? <FreshnessLine freshness={newest.freshness} /> : null}
      </div>
      <BoardViews />
      <LettersLeftOut count={newest?.parked} />
      <StageSegments
        counts={first?.stages}
        chosen={filter.stages}
        onChange={(stages) => change({ stages })}
      />
      <BoardFilters filter={filter} onChange={change} />
      <SavedFilters filter={filter} onChange={change} />
      {board.isError && !first ? (
        <ProblemNotice error={board.error} retry={() => void board.refetch()} />
      ) : null}
      {board.isPending ? <Skeleton lines={10} /> : null}
      {first ? (
        <section aria-label={t('board.title')} aria-busy={board.isPlaceholderData}>
          <Found first={first} filter={filter} onClear={() => change(NO_FILTER)}>
            <ColumnChoice columns={columns} />
          </Found>
          <BoardList rows={letters} selection={selection} columns={columns} />
          {board.hasNextPage ? (
            <button
              type="button"
              className="button board-more"
              disabled={board.isFetchingNextPage}
              onClick={() => void board.fetchNextPage()}
            >
              {t(board.isFetchingNextPage ? 'common.loading' : 'common.more')}
            </button>
          ) : null}
          <SelectionBar selection={selection} />
        </section>
      ) : null}
    </div>
  );
}

interface FoundProps {
  readonly first: BoardAnswer;
  readonly filter: BoardFilter;
  readonly onClear: () => void;
  /** Beside how many there are. */
  readonly children: ReactNode;
}

/** How many there are, or what to do when there are none. */
function Found({ first, filter, onClear, children }: FoundProps) {
  const { t } = useWords();
  const { propose } = useMay();
  if (first.total > 0)
    return (
      <div className="board-count">
        <span role="status">{t('board.summary', { count: first.total })}</span>
        {isFiltered(filter) ? (
          <button type="button" className="link-button" onClick={onClear}>
            {t('board.clear')}
          </button>
        ) : null}
        {children}
      </div>
    );
  const all = Object.values(first.byStage).reduce((sum, count) => sum + count, 0);
  if (all > 0)
    return (
      <Notice
        title={t('board.noMatch')}
        detail={t('board.noMatchDetail', { count: all })}
        action={
          <button type="button" className="button" onClick={onClear}>
            {t('board.clear')}
          </button>
        }
      />
    );
  return (
    <Notice
      title={t('board.emptyTitle')}
      detail={t('board.emptyDetail')}
      action={propose ? <Link to="/agreements/new">{t('board.emptyAction')}</Link> : undefined}
    />
  );
}
