import type { AgreementDetail } from '../../api/types.js';
import { HOME_ZONE } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { useTitle } from '../../parts/use-title.js';
import { ActionsProvider } from './actions/actions-provider.js';
import { AgreementHead } from './agreement-head.js';
import { AttributesCard } from './attributes-card.js';
import { DeadlinesCard } from './deadlines-card.js';
import { HistoryList } from './history/history-list.js';
import { MilestonesCard } from './milestones-card.js';
import { NextStep } from './next-step.js';
import { OverridesCard } from './overrides-card.js';
import { PapersCard } from './papers/papers-card.js';
import { PartiesCard } from './parties-card.js';
import { PastBanner } from './replay/past-banner.js';
import { ReplayBar } from './replay/replay-bar.js';
import { useReplay } from './replay/use-replay.js';
import { RouteCards } from './route/route-cards.js';
import type { Shown } from './shown.js';
import { TextSheet } from './text/text-sheet.js';
import { VerdictCard } from './verdict-card.js';

/** The letter now, or, while the slider stands elsewhere, as it was then: the same parts show both. */
export function AgreementView({ detail }: { readonly detail: AgreementDetail }) {
  const { t, local } = useWords();
  const replay = useReplay(detail);
  const past = replay.past;
  const agreement = past?.agreement ?? detail.agreement;
  const shown: Shown = {
    agreementId: detail.agreementId,
    agreement,
    isPast: replay.revision !== null,
    zone: agreement.deadlines[0]?.zone ?? HOME_ZONE,
    names: detail.names,
  };
  useTitle(shown.isPast ? t('app.past') : undefined, agreement.number, local(agreement.title));
  return (
    <ActionsProvider detail={detail} enabled={!shown.isPast}>
      <div className="page agreement" data-past={shown.isPast} data-stage={agreement.stage}>
        <AgreementHead shown={shown} marks={replay.marks} />
        <ReplayBar replay={replay} last={detail.revision} zone={shown.zone} />
        <OverridesCard shown={shown} />
        {shown.isPast ? (
          <PastBanner replay={replay} now={detail} shown={shown} />
        ) : (
          <NextStep shown={shown} />
        )}
        <div className="agreement-columns">
          <div className="agreement-main">
            <TextSheet shown={shown} />
            <HistoryList shown={shown} replay={replay} />
          </div>
          <aside className="agreement-rail">
            <PartiesCard shown={shown} />
            <RouteCards shown={shown} />
            <AttributesCard shown={shown} />
            <PapersCard shown={shown} />
            <VerdictCard agreement={agreement} />
            <MilestonesCard shown={shown} />
            <DeadlinesCard shown={shown} />
          </aside>
        </div>
      </div>
    </ActionsProvider>
  );
}
