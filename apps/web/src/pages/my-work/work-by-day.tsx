import { Link } from 'react-router';

import type { WorkList } from '../../api/queries.js';
import type { WorkRow } from '../../api/types.js';
import { usePresent } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { StageMark } from '../../parts/stage-mark.js';
import { Ago, Day, DayOf, Due } from '../../parts/times.js';
import { useTurn } from '../../parts/use-turn.js';
import { addressOf } from './address.js';

interface WorkByDayProps {
  readonly rows: readonly WorkRow[];
  readonly list: WorkList;
}

export function WorkByDay({ rows, list }: WorkByDayProps) {
  const { t } = useWords();
  const days = Map.groupBy(rows, ({ deadline }) => deadline?.localDate);
  return [...days].map(([day, due]) => (
    <section key={day ?? 'none'} className="by-day">
      <h2>
        {day === undefined ? (
          t('due.none')
        ) : (
          <>
            <Day day={day} />
            <Due day={day} {...(due[0]?.deadline && { late: due[0].deadline.late })} />
            {due[0]?.deadline?.provisional === true ? (
              <abbr title={t('due.provisional')}>{t('due.provisionalShort')}</abbr>
            ) : null}
          </>
        )}
      </h2>
      <ul className="sheet">
        {due.map((row) => (
          <Work key={keyOf(row)} row={row} list={list} />
        ))}
      </ul>
    </section>
  ));
}

function Work({ row, list }: { readonly row: WorkRow; readonly list: WorkList }) {
  const { t, local } = useWords();
  const task = t(`work.task.${row.command}`, { milestone: local(row.milestone?.title) });
  return (
    <li className="work-row" data-stage={row.stage}>
      <div className="work-letter">
        <p className="row-number number">
          {row.number ?? t('board.noNumber')}
          <Dot />
          <StageMark stage={row.stage} definition={row.definition} />
        </p>
        <h3>
          <Link to={`/agreements/${row.agreementId}`}>
            <Local text={row.title} />
          </Link>
        </h3>
        <p className="work-task">{task}</p>
        <Waiting row={row} list={list} />
      </div>
      {list === 'owed' ? (
        <Link
          className="work-do"
          to={addressOf(row)}
          aria-label={`${t(`work.do.${row.command}`)}: ${local(row.title)}`}
        >
          {t(`work.do.${row.command}`)}
        </Link>
      ) : null}
    </li>
  );
}

function Waiting({ row, list }: { readonly row: WorkRow; readonly list: WorkList }) {
  const { t } = useWords();
  const { viewer } = usePresent();
  const { who } = useTurn([row.who], row.parties, viewer);
  return (
    <p className="work-since">
      {list === 'awaited' ? (
        <>
          <strong>{who}</strong>
          {row.position ? (
            <>
              <Dot />
              <Local text={row.position.title} />
            </>
          ) : null}
          <Dot />
        </>
      ) : null}
      {t('work.since')} <DayOf at={row.since} />
      <Dot />
      <Ago at={row.since} />
    </p>
  );
}

const keyOf = ({ agreementId, who, command, milestone, position, overrideId }: WorkRow): string =>
  [agreementId, who, command, milestone?.milestoneId, position?.positionId, overrideId].join(' ');
