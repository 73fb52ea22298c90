import type { AnswerLinkPage } from '../../api/types.js';
import { zoneText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Local } from '../../parts/local.js';
import { Day } from '../../parts/times.js';

/** What the message said, and nothing more. */
export function Asked({ asked }: { readonly asked: AnswerLinkPage['asked'] }) {
  const { t, local, language } = useWords();
  const { kind, name, number, title, dueOn, zone, provisional, daysLeft } = asked;
  return (
    <>
      <p className="label">{t('answer.reminder')}</p>
      <h1 className="answer-what">{t(`answer.asked.${kind}`, { name: local(name) })}</h1>
      <dl className="answer-facts">
        <dt>{t('answer.letter')}</dt>
        <dd>
          {number === null ? null : <span className="number">{number} </span>}
          <Local text={title} />
        </dd>
        <dt>{t('answer.due')}</dt>
        <dd>
          <strong>
            <Day day={dueOn} />
          </strong>{' '}
          <span className={daysLeft < 0 ? 'late' : 'due-left'}>{leftIn(daysLeft)}</span>
          <span className="quiet answer-zone">
            {t('answer.endOfDay', { zone: zoneText(zone, language) })}
            {provisional ? ` · ${t('due.provisional')}` : ''}
          </span>
        </dd>
      </dl>
    </>
  );

  function leftIn(days: number): string {
    if (days === 0) return t('due.today');
    return days < 0 ? t('due.late', { count: -days }) : t('due.ahead', { count: days });
  }
}
