import type { CSSProperties } from 'react';
import { Link } from 'react-router';

import type { BoardRow } from '../../api/types.js';
import { usePresent } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { StageMark } from '../../parts/stage-mark.js';
import { Ago, Day, DayOf, Due } from '../../parts/times.js';
import { useTurn } from '../../parts/use-turn.js';
import type { ShownColumns } from './columns/use-columns.js';
import type { Selection } from './selection/use-selection.js';

interface BoardListProps {
  readonly rows: readonly BoardRow[];
  readonly selection: Selection;
  readonly columns: ShownColumns;
}

const WIDTHS = { stage: '124px', waiting: 'minmax(0, 270px)', deadline: '150px' } as const;
const BESIDE = ['stage', 'waiting', 'deadline'] as const;

export function BoardList({ rows, selection, columns }: BoardListProps) {
  const { t } = useWords();
  if (rows.length === 0) return null;
  const beside = BESIDE.filter(columns.shows);
  const widths = ['22px', 'minmax(0, 1fr)', ...beside.map((column) => WIDTHS[column])].join(' ');
  const all = selection.chosen.length === rows.length;
  return (
    <div className="board-list sheet" style={{ '--columns': widths } as CSSProperties}>
      <div className="board-columns label">
        <input
          type="checkbox"
          aria-label={t('board.chooseAll')}
          checked={all}
          ref={(box) => {
            if (box) box.indeterminate = !all && selection.chosen.length > 0;
          }}
          onChange={() => selection.chooseAll(!all)}
        />
        <span aria-hidden="true">{t('board.column.letter')}</span>
        {beside.map((column) => (
          <span key={column} aria-hidden="true">
            {t(`board.column.${column}`)}
          </span>
        ))}
      </div>
      <ul>
        {rows.map((row) => (
          <Row key={row.agreementId} row={row} selection={selection} columns={columns} />
        ))}
      </ul>
    </div>
  );
}

interface RowProps extends Pick<BoardListProps, 'selection' | 'columns'> {
  readonly row: BoardRow;
}

function Row({ row, selection, columns: { shows } }: RowProps) {
  const { t, local } = useWords();
  const { agreementId } = row;
  return (
    <li className="row" data-stage={row.stage}>
      <input
        className="row-choice"
        type="checkbox"
        aria-label={t('board.choose', { title: local(row.title) })}
        checked={selection.has(agreementId)}
        onChange={({ target, nativeEvent }) =>
          selection.choose(agreementId, target.checked, (nativeEvent as MouseEvent).shiftKey)
        }
      />
      <div className="row-letter">
        <p className="row-number number">
          {row.number ?? t('board.noNumber')}
          {row.field && shows('field') ? (
            <>
              <Dot />
              <Local text={row.field} />
            </>
          ) : null}
        </p>
        <h2 className="row-title">
          <Link to={`/agreements/${row.agreementId}`}>
            <Local text={row.title} />
          </Link>
        </h2>
        {shows('parties') ? (
          <p className="row-parties">
            {row.parties.map(({ partyId, name }) => (
              <span key={partyId}>
                <Local text={name} />
              </span>
            ))}
          </p>
        ) : null}
      </div>
      {shows('stage') ? (
        <div className="row-stage">
          <StageMark stage={row.stage} definition={row.definition} />
        </div>
      ) : null}
      {shows('waiting') ? (
        <div className="row-waiting">
          <Waiting row={row} />
        </div>
      ) : null}
      {shows('deadline') ? (
        <div className="row-deadline">
          <NextDeadline row={row} />
        </div>
      ) : null}
    </li>
  );
}

function Waiting({ row }: { readonly row: BoardRow }) {
  const { t } = useWords();
  const { viewer } = usePresent();
  const { who, waitsForYou } = useTurn(row.turn.who, row.parties, viewer);
  // While it goes on, it is always somebody's turn.
  if (row.turn.who.length === 0) return <span className="quiet">{t('board.done')}</span>;
  return (
    <>
      <span className="row-label label">{t('board.column.waiting')}</span>
      <span className="row-who">
        {waitsForYou ? <span className="row-you">{t('board.waitingYou')}</span> : null}
        {who}
      </span>
      <span className="row-since">
        <Ago at={row.turn.since} />
        <Dot />
        <DayOf at={row.turn.since} />
      </span>
    </>
  );
}

function NextDeadline({ row: { nextDeadline, turn } }: { readonly row: BoardRow }) {
  const { t } = useWords();
  if (!nextDeadline) return turn.who.length === 0 ? null : <span className="quiet">{t('due.none')}</span>;
  return (
    <>
      <span className="row-label label">{t('board.column.deadline')}</span>
      <span>
        <Due day={nextDeadline.localDate} late={nextDeadline.late} />
      </span>
      <span className="row-since">
        <Day day={nextDeadline.localDate} />
        {nextDeadline.kind === 'signed-copy' ? (
          <>
            <Dot />
            {t('agreement.signedCopyDeadline')}
          </>
        ) : null}
        {nextDeadline.provisional ? (
          <>
            <Dot />
            <abbr title={t('due.provisional')}>{t('due.provisionalShort')}</abbr>
          </>
        ) : null}
      </span>
    </>
  );
}
