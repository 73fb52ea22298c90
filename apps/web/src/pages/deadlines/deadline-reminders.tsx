import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { deadlineRemindersQuery } from '../../api/queries.js';
import type { DeadlineRow, ReminderRow } from '../../api/types.js';
import { useMay } from '../../app/session.js';
import { dayText, instantText, zoneText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { useStepName } from '../../parts/use-step-name.js';
import { ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { Instant } from '../../parts/times.js';
import { RemindedPeople } from './people/reminded-people.js';
import { PreviewMessage } from './preview-message.js';

/** What goes out next and what went out, and what did not and why: a deadline's steps in their order. */
export function DeadlineReminders({ row }: { readonly row: DeadlineRow }) {
  const { t, language } = useWords();
  const reminders = useQuery(deadlineRemindersQuery(row.agreementId));
  const steps = (reminders.data?.items ?? [])
    .filter(({ deadlineId }) => deadlineId === row.deadlineId)
    .toSorted((one, other) => one.at.localeCompare(other.at));
  return (
    <div className="deadline-steps">
      <RemindedPeople agreementId={row.agreementId} deadlineId={row.deadlineId} zone={row.zone} />
      <p className="label">
        {t('deadlines.reminders')} · {zoneText(row.zone, language)}
      </p>
      {reminders.isPending ? <Skeleton lines={2} /> : null}
      {reminders.isError ? (
        <ProblemNotice error={reminders.error} retry={() => void reminders.refetch()} />
      ) : null}
      {reminders.data && steps.length === 0 ? (
        <p className="quiet">
          {t(row.light.reason === 'suspended' ? 'deadlines.noneSuspended' : 'deadlines.noReminders')}
        </p>
      ) : null}
      <ol>
        {steps.map((step) => (
          <Step key={`${step.step} ${step.at}`} step={step} zone={row.zone} />
        ))}
      </ol>
    </div>
  );
}

interface StepProps {
  readonly step: ReminderRow;
  readonly zone: string;
}

function Step({ step, zone }: StepProps) {
  const { t, language } = useWords();
  const nameOf = useStepName();
  const may = useMay();
  const [isShown, setShown] = useState(false);
  const name = nameOf(step.step);
  const mayPreview = may.readOutbox && step.status === 'planned' && step.kind !== 'elapse';
  return (
    <li data-status={step.status}>
      <strong>{name}</strong>
      {step.told.length === 0 ? (
        <span className="quiet">
          {step.status === 'missed'
            ? t('deadlines.markedMissed')
            : step.kind === 'elapse'
              ? t('deadlines.plannedEnd', { day: dayText(step.localDate, language) })
              : t('deadlines.planned', { at: instantText(step.at, language, zone) })}
          {mayPreview ? (
            <button
              type="button"
              className="preview-show"
              aria-label={`${t('deadlines.preview.show')}: ${name}`}
              onClick={() => setShown(true)}
            >
              {t('deadlines.preview.show')}
            </button>
          ) : null}
        </span>
      ) : (
        <ul>
          {step.told.map((told, index) => (
            <Told key={index} told={told} zone={zone} />
          ))}
        </ul>
      )}
      {isShown ? (
        <PreviewMessage
          agreementId={step.agreementId}
          deadlineId={step.deadlineId}
          step={step.step}
          name={name}
          onClose={() => setShown(false)}
        />
      ) : null}
    </li>
  );
}

interface ToldProps {
  readonly told: ReminderRow['told'][number];
  readonly zone: string;
}

function Told({ told: { status, person, channel, reason, at }, zone }: ToldProps) {
  const { t, local } = useWords();
  const who = person ? local(person.name) || t('deadlines.somebody') : t('deadlines.another');
  return (
    <li>
      {t(`deadlines.told.${channel === 'outbox' ? 'kept' : channel === 'inbox' ? 'inbox' : status}`, { who })}
      {reason === null ? null : `${t('common.colon')}${t(`deadlines.reason.${reason}`)}`}{' '}
      <span className="quiet">
        <Instant at={at} zone={zone} />
      </span>
    </li>
  );
}
