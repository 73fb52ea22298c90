import type { AnswerLinkPage } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Instant } from '../../parts/times.js';

/** What was answered already, by this link or elsewhere. */
export function Given({ link: { answer, notTheirsSince, asked } }: { readonly link: AnswerLinkPage }) {
  const { t, language } = useWords();
  const said = notTheirsSince ?? answer?.at;
  if (said === undefined) return null;
  const what =
    notTheirsSince !== null
      ? t('answer.given.not-mine')
      : answer?.kind === 'snoozed'
        ? t('answer.given.snoozed', { day: dayText(answer.until ?? '', language) })
        : t('answer.given.acknowledged');
  return (
    <div className="answer-given">
      <p>
        <strong>{what}</strong>
      </p>
      <p className="quiet">
        {t('answer.given.since')} <Instant at={said} zone={asked.zone} />
      </p>
    </div>
  );
}
