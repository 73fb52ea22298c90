import type { CalendarDraft } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';

/** Every fault with its place, or else every day that would be another than before. */
export function DraftShown({ draft }: { readonly draft: CalendarDraft }) {
  const { t, local } = useWords();
  const { faults, same, changes, leftOut } = draft;
  if (faults.length > 0)
    return (
      <>
        <h3>{t('calendars.faults', { count: faults.length })}</h3>
        <ul className="calendar-faults">
          {faults.map(({ line, place, sentence }, index) => (
            <li key={index}>
              {line === null ? place : t('calendars.line', { line })}
              {': '}
              {local(sentence)}
            </li>
          ))}
        </ul>
      </>
    );
  if (same) return <p>{t('calendars.same')}</p>;
  return (
    <>
      <h3>{t('calendars.changes', { count: changes.length })}</h3>
      {leftOut.length > 0 ? <p>{t('calendars.leftOut', { years: leftOut.join(', ') })}</p> : null}
      <ul className="calendar-changes">
        {changes.map((change) => (
          <Change key={change.date} change={change} />
        ))}
      </ul>
    </>
  );
}

function Change({ change }: { readonly change: CalendarDraft['changes'][number] }) {
  const { t, language, local } = useWords();
  const { date, before, after } = change;
  const how = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const day = after ?? before;
  return (
    <li data-change={how}>
      <span className="calendar-sign">{t(`calendars.how.${how}`)}</span>
      <span>{dayText(date, language)}</span>
      <span>{local(day?.name)}</span>
      <span className="quiet">
        {t(day?.kind === 'make-up-working-day' ? 'calendars.madeUp' : 'calendars.off')}
      </span>
    </li>
  );
}
