import { useState } from 'react';
import { Link } from 'react-router';

import type { DeadlineRow } from '../../api/types.js';
import { hasRole, usePresent } from '../../app/session.js';
import { workingDaysOf } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { useWhat } from '../../parts/deadline-words.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { StageMark } from '../../parts/stage-mark.js';
import { Ago, Day, Due } from '../../parts/times.js';
import { useTurn } from '../../parts/use-turn.js';
import { DeadlineActions } from './deadline-actions.js';
import { DeadlineReminders } from './deadline-reminders.js';

export function DeadlinesByDay({ rows }: { readonly rows: readonly DeadlineRow[] }) {
  const { t } = useWords();
  // Days of several zones may interleave: a day's heading stands where it first comes.
  const days = Map.groupBy(rows, ({ localDate }) => localDate);
  return [...days].map(([day, due]) => (
    <section key={day} className="by-day">
      <h2>
        <Day day={day} />
        <Due day={day} {...(due[0] && { late: due[0].late, zone: due[0].zone })} />
        {due.some(({ provisional }) => provisional) ? (
          <abbr title={t('due.provisional')}>{t('due.provisionalShort')}</abbr>
        ) : null}
      </h2>
      <ul className="sheet">
        {due.map((row) => (
          <DeadlineItem key={`${row.agreementId} ${row.deadlineId}`} row={row} />
        ))}
      </ul>
    </section>
  ));
}

function DeadlineItem({ row }: { readonly row: DeadlineRow }) {
  const { t, local } = useWords();
  const { viewer } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const what = useWhat(row);
  return (
    <li className="deadline-row" data-light={row.light.colour}>
      <div>
        <p className="deadline-light">
          <span className="deadline-lamp" aria-hidden="true" />
          {t(`deadlines.light.${row.light.reason}`)}
        </p>
        <h3>{what}</h3>
        <p className="deadline-letter">
          <span className="number">{row.number ?? t('board.noNumber')}</span>
          <Dot />
          <Link to={`/agreements/${row.agreementId}`}>
            <Local text={row.title} />
          </Link>
          <Dot />
          <StageMark stage={row.stage} definition={row.definition} />
        </p>
        <Owed row={row} />
        <LastReminder row={row} />
      </div>
      <button
        type="button"
        className="deadline-more"
        aria-expanded={isOpen}
        aria-label={`${t('deadlines.show')}: ${what}, ${local(row.title)}`}
        onClick={() => setOpen(!isOpen)}
      >
        {t('deadlines.show')}
      </button>
      {isOpen ? <DeadlineReminders row={row} /> : null}
      {isOpen && hasRole(viewer, 'coordinator') ? <DeadlineActions row={row} /> : null}
    </li>
  );
}

function Owed({ row }: { readonly row: DeadlineRow }) {
  const { t } = useWords();
  const { viewer } = usePresent();
  const { who } = useTurn(row.who, row.parties, viewer);
  const days = workingDaysOf(row.rule);
  return (
    <p className="deadline-quiet">
      {t('deadlines.who')} <strong>{who}</strong>
      {days === undefined ? null : (
        <>
          <Dot />
          <span title={`${row.calendar}, ${row.zone}`}>{t('due.workingDays', { count: days })}</span>
        </>
      )}
    </p>
  );
}

function LastReminder({ row: { reminded } }: { readonly row: DeadlineRow }) {
  const { t } = useWords();
  if (reminded === null) return <p className="deadline-quiet">{t('deadlines.noReminder')}</p>;
  return (
    <p className="deadline-quiet">
      {reminded.status === 'sent' ? t('deadlines.lastSent') : t('deadlines.lastHeldBack')}{' '}
      <Ago at={reminded.at} />
      {reminded.reason === null ? null : (
        <>
          <Dot />
          {t(`deadlines.reason.${reminded.reason}`)}
        </>
      )}
    </p>
  );
}
