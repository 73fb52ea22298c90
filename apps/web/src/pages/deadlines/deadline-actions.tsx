import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { newKey } from '../../api/commands.js';
import { agreementQuery } from '../../api/queries.js';
import { reminderPolicyQuery, remindNow, unmuteReminders } from '../../api/reminding.js';
import type { DeadlineRow } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { useProblemSentence } from '../../parts/notice.js';
import { MuteDialog } from '../../parts/reminding/mute-dialog.js';
import { PlanPreview } from '../../parts/reminding/plan-preview.js';
import { PolicyDialog } from '../../parts/reminding/policy-dialog.js';
import { useActions } from '../agreement/actions/actions-context.js';
import { ActionsProvider } from '../agreement/actions/actions-provider.js';

type Opened = 'mute' | 'policy' | 'plan' | undefined;

/** What whoever looks after the letter can do to one of its days, and to who is reminded of it. */
export function DeadlineActions({ row }: { readonly row: DeadlineRow }) {
  const { t } = useWords();
  const { agreementId, kind, deadlineId } = row;
  const letter = useQuery(agreementQuery(agreementId));
  const [opened, open] = useState<Opened>();
  const close = (): void => open(undefined);
  return (
    <div className="deadline-actions">
      <div role="group" aria-label={t('reminding.actions')}>
        <RemindNow row={row} />
        {letter.data ? (
          <ActionsProvider detail={letter.data} enabled>
            <AgreementButtons row={row} />
          </ActionsProvider>
        ) : null}
        <Mute agreementId={agreementId} onMute={() => open('mute')} />
        <button type="button" onClick={() => open('policy')}>
          {t('reminding.policy')}
        </button>
        <button
          type="button"
          aria-expanded={opened === 'plan'}
          onClick={() => open(opened === 'plan' ? undefined : 'plan')}
        >
          {t('reminding.plan')}
        </button>
      </div>
      {opened === 'plan' ? (
        <PlanPreview agreementId={agreementId} changes={{}} deadlineId={deadlineId} whole />
      ) : null}
      {opened === 'mute' ? <MuteDialog agreementId={agreementId} onClose={close} /> : null}
      {opened === 'policy' ? <PolicyDialog agreementId={agreementId} kind={kind} onClose={close} /> : null}
    </div>
  );
}

const COMMANDS = ['move-deadline', 'suspend-deadlines', 'resume-deadlines', 'waive-deadline'] as const;

function AgreementButtons({ row: { deadlineId } }: { readonly row: DeadlineRow }) {
  const { t } = useWords();
  const { can, open } = useActions();
  return COMMANDS.filter((command) => can(command, { deadlineId })).map((command) => {
    const isOfOne = command === 'move-deadline' || command === 'waive-deadline';
    return (
      <button key={command} type="button" onClick={() => open(command, isOfOne ? { deadlineId } : {})}>
        {t(`command.${command}`)}
      </button>
    );
  });
}

function RemindNow({ row: { agreementId, deadlineId, light } }: { readonly row: DeadlineRow }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const remind = useMutation({
    mutationFn: () => remindNow(agreementId, deadlineId, newKey()),
    onSettled: () => queries.invalidateQueries({ queryKey: ['deadlines'] }),
  });
  const sentence = useProblemSentence(remind.error);
  if (light.reason === 'suspended') return null;
  return (
    <>
      <button type="button" disabled={remind.isPending || remind.isSuccess} onClick={() => remind.mutate()}>
        {t('reminding.now')}
      </button>
      {remind.isSuccess || remind.isError ? (
        <span role="status" className="quiet">
          {remind.isError ? sentence : t('reminding.asked')}
        </span>
      ) : null}
    </>
  );
}

interface MuteProps {
  readonly agreementId: string;
  readonly onMute: () => void;
}

function Mute({ agreementId, onMute }: MuteProps) {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const { data } = useQuery(reminderPolicyQuery(agreementId));
  const unmute = useMutation({
    mutationFn: () => unmuteReminders(agreementId, newKey()),
    onSettled: () => queries.invalidateQueries({ queryKey: ['deadlines'] }),
  });
  const sentence = useProblemSentence(unmute.error);
  if (!data?.muted)
    return (
      <button type="button" onClick={onMute}>
        {t('reminding.mute')}
      </button>
    );
  const { until, reason } = data.muted;
  return (
    <>
      <button type="button" disabled={unmute.isPending} onClick={() => unmute.mutate()}>
        {t('reminding.unmute')}
      </button>
      <span role="status" className="quiet">
        {unmute.isError
          ? sentence
          : t('reminding.mutedUntil', {
              day: dayText(until, language),
              reason: reason ?? t('reminding.erased'),
            })}
      </span>
    </>
  );
}
