import { Link } from 'react-router';

import type { BoardFilter } from '../../api/queries.js';
import type { Coverage } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Local } from '../../parts/local.js';
import { NO_FILTER, paramsOf } from '../board/board-filter.js';

interface CoverageTableProps {
  readonly coverage: Coverage;
  readonly attributes: BoardFilter['attributes'];
}

/** A base a row, a district a column; every number opens its letters, and an empty cell is a gap. */
export function CoverageTable({ coverage: { rows, columns, cells, gaps }, attributes }: CoverageTableProps) {
  const { t, local } = useWords();
  const pairs = rows.length * columns.length;
  return (
    <>
      <p className="coverage-lead" role="status">
        {t('coverage.lead', { covered: pairs - gaps, pairs })} {t('coverage.gaps', { count: gaps })}
      </p>
      <div className="coverage sheet" tabIndex={0} role="region" aria-label={t('coverage.title')}>
        <table>
          <thead>
            <tr>
              <td />
              {columns.map(({ organisationId, name }) => (
                <th key={organisationId} scope="col">
                  <span>
                    <Local text={name} />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.organisationId}>
                <th scope="row">
                  <Local text={row.name} />
                </th>
                {columns.map((column) => {
                  const cell = cells.find(
                    (one) => one.row === row.organisationId && one.column === column.organisationId,
                  );
                  return cell ? (
                    <td key={column.organisationId} data-open={cell.open > 0}>
                      <Link
                        to={`/?${lettersOf(cell, attributes)}`}
                        aria-label={`${local(row.name)} × ${local(column.name)}: ${t('coverage.cell', { ...cell })}`}
                        title={t('coverage.cell', { ...cell })}
                      >
                        {cell.open + cell.ended}
                        {cell.late > 0 ? <span className="late">!</span> : null}
                      </Link>
                    </td>
                  ) : (
                    <td key={column.organisationId} className="coverage-gap">
                      <span aria-label={t('coverage.gap')}>·</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const lettersOf = (
  { row: partyId, column: withPartyId }: Coverage['cells'][number],
  attributes: BoardFilter['attributes'],
): string => paramsOf({ ...NO_FILTER, partyId, withPartyId, attributes }).toString();
