import '../board/board.css';
import './coverage.css';

import { useQuery } from '@tanstack/react-query';

import { coverageQuery } from '../../api/queries.js';
import { useWords } from '../../i18n/index.js';
import { BoardViews } from '../../parts/board-views.js';
import { FreshnessLine } from '../../parts/freshness-line.js';
import { LettersLeftOut } from '../../parts/left-out.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { CoverageTable } from './coverage-table.js';

export default function CoveragePage() {
  const { t } = useWords();
  const coverage = useQuery(coverageQuery);
  useTitle(t('coverage.title'));
  return (
    <div className="page">
      <div className="board-head">
        <h1 className="page-title">{t('coverage.title')}</h1>
        {coverage.data ? <FreshnessLine freshness={coverage.data.freshness} /> : null}
      </div>
      <BoardViews />
      <LettersLeftOut count={coverage.data?.parked} />
      {coverage.isError && !coverage.data ? (
        <ProblemNotice error={coverage.error} retry={() => void coverage.refetch()} />
      ) : null}
      {coverage.isPending ? <Skeleton lines={8} /> : null}
      {coverage.data?.cells.length === 0 ? <Notice title={t('coverage.none')} /> : null}
      {coverage.data && coverage.data.cells.length > 0 ? <CoverageTable coverage={coverage.data} /> : null}
    </div>
  );
}
