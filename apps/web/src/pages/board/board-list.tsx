import { Link } from 'react-router';

import type { BoardRow } from '../../api/types.js';
import { usePresent } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { StageMark } from '../../parts/stage-mark.js';
import { Ago, Day, DayOf, Due } from '../../parts/times.js';
import { useTurn } from '../../parts/use-turn.js';

export function BoardList({ rows }: { readonly rows: readonly BoardRow[] }) {
  const { t } = useWords();
  if (rows.length === 0) return null;
  return (
    <div className="board-list sheet">
      <div className="board-columns label" aria-hidden="true">
        <span>{t('board.column.letter')}</span>
        <span>{t('board.column.stage')}</span>
        <span>{t('board.column.waiting')}</span>
        <span>{t('board.column.deadline')}</span>
      </div>
      <ul>
        {rows.map((row) => (
          <Row key={row.agreementId} row={row} />
        ))}
      </ul>
    </div>
  );
}

function Row({ row }: { readonly row: BoardRow }) {
  const { t } = useWords();
  return (
    <li className="row" data-stage={row.stage}>
      <div className="row-letter">
        <p className="row-number number">
          {row.number ?? t('board.noNumber')}
          {row.field ? (
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
        <p className="row-parties">
          {row.parties.map(({ partyId, name }) => (
            <span key={partyId}>
              <Local text={name} />
            </span>
          ))}
        </p>
      </div>
      <div className="row-stage">
        <StageMark stage={row.stage} />
      </div>
      <div className="row-waiting">
        <Waiting row={row} />
      </div>
      <div className="row-deadline">
        <NextDeadline row={row} />
      </div>
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
