import '../board/board.css';
import './coverage.css';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';

import { coverageQuery } from '../../api/queries.js';
import { useWords } from '../../i18n/index.js';
import { BoardViews } from '../../parts/board-views.js';
import { FreshnessLine } from '../../parts/freshness-line.js';
import { LettersLeftOut } from '../../parts/left-out.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { AttributeFilters } from '../board/attributes/attribute-filters.js';
import { attributesFrom, NO_FILTER, paramsOf } from '../board/board-filter.js';
import { CoverageTable } from './coverage-table.js';

export default function CoveragePage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const attributes = attributesFrom(params);
  const coverage = useQuery(coverageQuery(attributes));
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
      <div className="filters" role="search">
        <AttributeFilters
          sought={attributes}
          onChange={(chosen) => setParams(paramsOf({ ...NO_FILTER, attributes: chosen }), { replace: true })}
        />
      </div>
      {coverage.data?.cells.length === 0 ? <Notice title={t('coverage.none')} /> : null}
      {coverage.data && coverage.data.cells.length > 0 ? (
        <CoverageTable coverage={coverage.data} attributes={attributes} />
      ) : null}
    </div>
  );
}
