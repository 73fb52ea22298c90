import { useState } from 'react';

import type { Deadline } from '../../api/types.js';
import { hasRole, usePresent } from '../../app/session.js';
import { workingDaysOf } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { PolicyDialog } from '../../parts/reminding/policy-dialog.js';
import { Day, Due } from '../../parts/times.js';
import { useActions } from './actions/actions-context.js';
import { useStageNames } from '../../parts/use-stage-names.js';
import { RemindedPeople } from '../deadlines/people/reminded-people.js';
import { Card } from './card.js';
import type { Shown } from './shown.js';

export function DeadlinesCard({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const { can, open, detail } = useActions();
  const { viewer } = usePresent();
  const [policy, setPolicy] = useState(false);
  const deadlines = shown.agreement.deadlines.toSorted((a, b) => b.localDate.localeCompare(a.localDate));
  const command = (['resume-deadlines', 'suspend-deadlines'] as const).find((one) => can(one));
  const action = command && { name: t(`command.${command}`), run: () => open(command) };
  return (
    <Card title={t('agreement.deadlines')} action={action}>
      {deadlines.length === 0 ? <p className="quiet">{t('agreement.noDeadlines')}</p> : null}
      <ul className="card-list">
        {deadlines.map((deadline) => (
          <DeadlineItem key={deadline.deadlineId} deadline={deadline} shown={shown} />
        ))}
      </ul>
      {shown.isPast || !hasRole(viewer, 'coordinator') || deadlines.length === 0 ? null : (
        <button type="button" className="link-button" onClick={() => setPolicy(true)}>
          {t('reminding.policy')}
        </button>
      )}
      {policy ? <PolicyDialog agreementId={detail.agreementId} onClose={() => setPolicy(false)} /> : null}
    </Card>
  );
}

interface DeadlineItemProps {
  readonly deadline: Deadline;
  readonly shown: Shown;
}

function DeadlineItem({ deadline, shown }: DeadlineItemProps) {
  const { t } = useWords();
  const inStage = { stage: deadline.subject, definition: shown.agreement.definition };
  const nameOf = useStageNames(deadline.kind === 'stage' ? [inStage] : []);
  const { can, open } = useActions();
  const milestone = shown.agreement.milestones.find(({ milestoneId }) => milestoneId === deadline.subject);
  const { deadlineId } = deadline;
  return (
    <li data-status={deadline.status}>
      <p className="card-line card-deadline">
        <span>
          {milestone ? (
            <Local text={milestone.title} />
          ) : deadline.kind === 'signed-copy' ? (
            t('agreement.signedCopyDeadline')
          ) : (
            t('agreement.stageDeadlineOf', { stage: nameOf(inStage) })
          )}
        </span>
        <Day day={deadline.localDate} />
      </p>
      <p className="card-line quiet">
        {deadline.suspendedAt !== undefined && deadline.status === 'open' ? (
          t('deadlineStatus.suspended')
        ) : deadline.status === 'open' && !shown.isPast ? (
          <Due day={deadline.localDate} zone={deadline.zone} />
        ) : (
          t(`deadlineStatus.${statusWord(deadline)}`)
        )}
        <Rule deadline={deadline} />
        {deadline.provisional ? (
          <>
            <Dot />
            <abbr title={t('due.provisional')}>{t('due.provisionalShort')}</abbr>
          </>
        ) : null}
      </p>
      <div className="card-does">
        {(['move-deadline', 'waive-deadline'] as const)
          .filter((command) => can(command, { deadlineId }))
          .map((command) => (
            <button
              key={command}
              type="button"
              className="link-button"
              onClick={() => open(command, { deadlineId })}
            >
              {t(`command.${command}`)}
            </button>
          ))}
      </div>
      {deadline.status === 'open' && !shown.isPast ? <Reminded shown={shown} deadline={deadline} /> : null}
    </li>
  );
}

/** Asked for only when somebody wants to know. */
function Reminded({ deadline: { deadlineId, zone }, shown }: DeadlineItemProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <button
        type="button"
        className="link-button"
        aria-expanded={isOpen}
        onClick={() => setOpen((before) => !before)}
      >
        {t('reminded.title')}
      </button>
      {isOpen ? <RemindedPeople agreementId={shown.agreementId} deadlineId={deadlineId} zone={zone} /> : null}
    </div>
  );
}

function statusWord({ status, missedAt, lateRecorded }: Deadline) {
  if (status !== 'met') return status;
  if (lateRecorded) return 'recordedLate';
  return missedAt === undefined ? status : 'metLate';
}

/** By which rule and calendar the day was found; a day that was given needs no explanation. */
function Rule({ deadline: { rule, calendar, zone } }: { readonly deadline: Deadline }) {
  const { t } = useWords();
  const days = workingDaysOf(rule);
  if (days === undefined) return null;
  return (
    <>
      <Dot />
      <span title={`${calendar}, ${zone}`}>{t('due.workingDays', { count: days })}</span>
    </>
  );
}
