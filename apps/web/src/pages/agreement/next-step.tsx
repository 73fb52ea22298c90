import { usePresent } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Ago, Day, DayOf, Due } from '../../parts/times.js';
import { useTurn } from '../../parts/use-turn.js';
import { ActionButtons } from './actions/action-buttons.js';
import { useActions } from './actions/actions-context.js';
import type { Shown } from './shown.js';

/** Whose move it is, until when, and what this reader can do about it. */
export function NextStep({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const { possible } = useActions();
  const { ended } = shown.agreement;
  return (
    <section className="next-step sheet" aria-label={t('agreement.next')}>
      <div className="next-step-facts">
        <h2 className="label">{t('agreement.next')}</h2>
        {ended ? <p className="next-step-who">{t('agreement.ended')}</p> : <Turn shown={shown} />}
        {ended ? null : <Deadline shown={shown} />}
      </div>
      <ActionButtons />
      {possible.length === 0 && !ended ? <p className="quiet">{t('agreement.onlyRead')}</p> : null}
    </section>
  );
}

function Turn({ shown: { agreement, zone } }: { readonly shown: Shown }) {
  const { t } = useWords();
  const { viewer } = usePresent();
  const { who, waitsForYou } = useTurn(agreement.turn.who, agreement.parties, viewer);
  if (agreement.turn.who.length === 0) return <p className="next-step-who">{t('agreement.nothing')}</p>;
  return (
    <>
      <p className="next-step-who">
        {t('agreement.waiting', { who })}
        {waitsForYou ? <span className="row-you">{t('board.waitingYou')}</span> : null}
      </p>
      <p className="next-step-since">
        <Ago at={agreement.turn.since} zone={zone} />
        <Dot />
        <DayOf at={agreement.turn.since} zone={zone} />
      </p>
    </>
  );
}

function Deadline({ shown: { agreement, zone } }: { readonly shown: Shown }) {
  const { t, local } = useWords();
  const next = agreement.deadlines
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => a.localDate.localeCompare(b.localDate))[0];
  if (!next) return null;
  const milestone = agreement.milestones.find(({ milestoneId }) => milestoneId === next.subject);
  return (
    <p className="next-step-deadline">
      <Due day={next.localDate} zone={zone} />
      <span className="next-step-since">
        <Dot />
        {milestone
          ? local(milestone.title)
          : t(next.kind === 'signed-copy' ? 'agreement.signedCopyDeadline' : 'agreement.stageDeadline')}
        <Dot />
        <Day day={next.localDate} />
        {next.provisional ? (
          <>
            <Dot />
            <abbr title={t('due.provisional')}>{t('due.provisionalShort')}</abbr>
          </>
        ) : null}
      </span>
    </p>
  );
}
