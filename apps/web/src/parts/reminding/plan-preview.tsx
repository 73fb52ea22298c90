import './reminding.css';

import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';

import { agreementQuery } from '../../api/queries.js';
import { previewQuery } from '../../api/reminding.js';
import type { PreviewChanges, PreviewedStep } from '../../api/types.js';
import { dayText, HOME_ZONE, instantText, localDay, zoneText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { useWhat } from '../deadline-words.js';
import { useProblemSentence } from '../notice.js';
import { Skeleton } from '../skeleton.js';
import { useStepName } from '../use-step-name.js';

interface PlanPreviewProps {
  readonly agreementId: string;
  /** What somebody is about to do. */
  readonly changes: PreviewChanges;
  /** Of one deadline alone; absent: of all. */
  readonly deadlineId?: string;
  /** What stays as it is, too. */
  readonly whole?: boolean;
}

/** Who is reminded when from now on: what would be another, before anything is. */
export function PlanPreview({ agreementId, changes, deadlineId, whole = false }: PlanPreviewProps) {
  const { t } = useWords();
  const preview = useQuery(previewQuery(agreementId, changes));
  const sentence = useProblemSentence(preview.error);
  if (preview.isPending) return <Skeleton lines={2} />;
  if (preview.isError) return <p className="quiet">{sentence}</p>;
  const all = preview.data.items.filter((step) => deadlineId === undefined || step.deadlineId === deadlineId);
  const shown = whole ? all : all.filter(({ change }) => change !== 'same');
  const same = all.length - shown.length;
  return (
    <div className="plan-preview" aria-live="polite">
      <p className="label">{t(whole ? 'reminding.plan' : 'reminding.difference')}</p>
      {shown.length === 0 ? (
        <p className="quiet">{t(whole ? 'reminding.noPlan' : 'reminding.noDifference')}</p>
      ) : null}
      {[...Map.groupBy(shown, (step) => step.deadlineId)].map(([id, steps]) => (
        <Fragment key={id}>
          {deadlineId === undefined ? <DeadlineName agreementId={agreementId} deadlineId={id} /> : null}
          <ol>
            {steps.map((step) => (
              <PreviewItem key={`${step.step} ${step.change}`} step={step} />
            ))}
          </ol>
        </Fragment>
      ))}
      {!whole && shown.length > 0 && same > 0 ? (
        <p className="quiet">{t('reminding.unchanged', { count: same })}</p>
      ) : null}
    </div>
  );
}

interface DeadlineNameProps {
  readonly agreementId: string;
  readonly deadlineId: string;
}

function DeadlineName({ agreementId, deadlineId }: DeadlineNameProps) {
  const { data } = useQuery(agreementQuery(agreementId));
  const deadline = data?.agreement.deadlines.find((one) => one.deadlineId === deadlineId);
  if (!data || !deadline) return null;
  const { milestones, definition } = data.agreement;
  const milestone = milestones.find(({ milestoneId }) => milestoneId === deadline.subject)?.title ?? null;
  return <What deadline={{ kind: deadline.kind, subject: deadline.subject, milestone, definition }} />;
}

function What({ deadline }: { readonly deadline: Parameters<typeof useWhat>[0] }) {
  return <h3>{useWhat(deadline)}</h3>;
}

function PreviewItem({ step }: { readonly step: PreviewedStep }) {
  const { t, language } = useWords();
  const nameOf = useStepName();
  const day = dayText(step.localDate, language);
  return (
    <li data-change={step.change}>
      <strong>{nameOf(step.step)}</strong>
      <span>
        {step.was === null
          ? t(`reminding.change.${step.change}`, { day })
          : t('reminding.change.moved', { day, was: dayText(dayBefore(step, step.was), language) })}
      </span>
      {step.change === 'removed' || step.kind === 'elapse' ? null : <Recipients step={step} />}
    </li>
  );
}

/** The end of a day is an instant of the next one. */
const dayBefore = ({ kind }: PreviewedStep, was: string): string =>
  localDay(Date.parse(was) - (kind === 'elapse' ? 1 : 0), HOME_ZONE);

function Recipients({ step: { to } }: { readonly step: PreviewedStep }) {
  const { t, local, language } = useWords();
  if (to.length === 0) return <p className="quiet">{t('deadlines.reason.no-recipient')}</p>;
  return (
    <ul>
      {to.map(({ positionId, position, person, zone, sendAt, heldBack }) => (
        <li key={positionId}>
          {local(person?.name) || local(position) || t('deadlines.somebody')}
          {sendAt === null || heldBack !== null ? null : (
            <>
              {' '}
              <time dateTime={sendAt} title={zoneText(zone, language)}>
                {instantText(sendAt, language, zone)}
              </time>
            </>
          )}
          {heldBack === null ? null : (
            <span className="quiet">
              {t('common.colon')}
              {t(`deadlines.reason.${heldBack}`)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
