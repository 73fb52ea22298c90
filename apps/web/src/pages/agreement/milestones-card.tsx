import { Button } from 'antd';

import type { Milestone } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { Day, Due } from '../../parts/times.js';
import { useActions } from './actions/actions-context.js';
import { Card } from './card.js';
import type { Shown } from './shown.js';

export function MilestonesCard({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const { can, open } = useActions();
  const { milestones, activities } = shown.agreement;
  // Where the work is done, or was to be: others never plan any.
  if (milestones.length === 0 && !activities.includes('research@1')) return null;
  return (
    <Card
      title={t('agreement.milestones')}
      action={
        can('plan-milestone')
          ? { name: t('command.plan-milestone'), run: () => open('plan-milestone') }
          : undefined
      }
    >
      {milestones.length === 0 ? <p className="quiet">{t('agreement.noMilestones')}</p> : null}
      <ul className="card-list">
        {milestones.map((milestone) => (
          <MilestoneItem key={milestone.milestoneId} milestone={milestone} shown={shown} />
        ))}
      </ul>
    </Card>
  );
}

interface MilestoneItemProps {
  readonly milestone: Milestone;
  readonly shown: Shown;
}

function MilestoneItem({ milestone, shown }: MilestoneItemProps) {
  const { t } = useWords();
  const { parties } = shown.agreement;
  const owner = parties.find(({ partyId }) => partyId === milestone.ownerPartyId);
  // The day it was planned for may have been moved since.
  const deadline = shown.agreement.deadlines.find(({ subject }) => subject === milestone.milestoneId);
  const day = deadline?.localDate ?? milestone.dueOn;
  return (
    <li>
      <p className="label">
        {t(`milestoneKind.${milestone.kind}`)}
        <Dot />
        <Local text={owner?.name} />
      </p>
      <p className="card-name">
        <Local text={milestone.title} />
      </p>
      <p className="card-line">
        <Day day={day} />
        <Dot />
        <MilestoneState milestone={milestone} day={day} shown={shown} />
      </p>
      <MilestoneButtons milestoneId={milestone.milestoneId} />
    </li>
  );
}

function MilestoneState({ milestone, day, shown }: MilestoneItemProps & { readonly day: string }) {
  const { t } = useWords();
  if (milestone.cancelled)
    return (
      <span>
        {t('deadlineStatus.cancelled')}
        {milestone.cancelled.reason === null ? null : (
          <>
            <Dot />
            {milestone.cancelled.reason}
          </>
        )}
      </span>
    );
  if (milestone.completedOn === undefined)
    return shown.isPast ? <span>{t('agreement.open')}</span> : <Due day={day} zone={shown.zone} />;
  const everyone = milestone.confirmedBy.length >= shown.agreement.parties.length;
  return everyone ? (
    <span className="mark-done">{t('agreement.confirmed')}</span>
  ) : (
    <span>{t('agreement.toConfirm')}</span>
  );
}

const BUTTONS = ['complete-milestone', 'confirm-milestone', 'cancel-milestone'] as const;

function MilestoneButtons({ milestoneId }: { readonly milestoneId: string }) {
  const { t } = useWords();
  const { can, open } = useActions();
  return BUTTONS.filter((command) => can(command, { milestoneId })).map((command) => (
    <Button key={command} size="small" onClick={() => open(command, { milestoneId })}>
      {t(`command.${command}`)}
    </Button>
  ));
}
